mod foreign; // vaults, exports, plain files
mod round_trip; // what leaves comes back
