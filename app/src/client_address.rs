//! Where a request comes from.

use std::net::{IpAddr, Ipv4Addr};

/// The client's address, as a request extension; `0.0.0.0` when nobody said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClientAddress(pub IpAddr);

impl Default for ClientAddress {
    fn default() -> Self {
        Self(IpAddr::V4(Ipv4Addr::UNSPECIFIED))
    }
}
