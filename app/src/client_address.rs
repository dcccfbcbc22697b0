//! Where a request comes from.

use std::net::{IpAddr, Ipv4Addr};

/// The address of whoever asks, as far as it can be known: the peer's, or what a trusted proxy says of it.
/// Every request carries one as an extension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ClientAddress(pub IpAddr);

impl ClientAddress {
    /// A request without a connection, as in tests: "this host" (RFC 1122 §3.2.1.3), which is no peer's.
    pub const UNKNOWN: Self = Self(IpAddr::V4(Ipv4Addr::UNSPECIFIED));

    /// What a request carries.
    pub(crate) fn of(extensions: &http::Extensions) -> IpAddr {
        extensions.get::<Self>().copied().unwrap_or(Self::UNKNOWN).0
    }
}
