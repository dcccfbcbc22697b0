//! The built files, and where they are. cargo-leptos puts a hash into each name and writes the hashes
//! beside the executable; a file with a hash in its name may be kept for ever.

use std::path::Path;

use anyhow::Context;
use app::Assets;
use axum::Router;
use axum::http::{HeaderName, HeaderValue, Response, header};
use tower::ServiceBuilder;
use tower_http::services::fs::ServeFileSystemResponseBody;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

/// A year, and never asked for again (RFC 8246).
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// Asked for again at each use.
const EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");
/// Who may load a file (Fetch §3.7).
const CORP: HeaderName = HeaderName::from_static("cross-origin-resource-policy");
/// A day.
const A_DAY: HeaderValue = HeaderValue::from_static("public, max-age=86400");

/// The files whose names never change.
const PLAIN: [&str; 2] = ["mark.svg", "robots.txt"];

/// The addresses of the built files.
///
/// # Errors
/// Which file is missing.
pub fn find(site: &Path) -> anyhow::Result<Assets> {
    let hashes =
        std::env::current_exe().ok().and_then(|exe| std::fs::read_to_string(exe.with_file_name("hash.txt")).ok());
    let hashes = hashes.unwrap_or_default();
    let address = |kind: &str| -> anyhow::Result<String> {
        let plain = format!("dasi.{kind}");
        let hash = hashes.lines().find_map(|line| line.strip_prefix(kind)?.strip_prefix(':')).map(str::trim);
        let of_this_build = hash.map(|hash| format!("dasi.{hash}.{kind}"));
        let there = |name: &String| site.join("pkg").join(name).is_file();
        let name = of_this_build.into_iter().chain([plain]).find(there);
        let name =
            name.with_context(|| format!("{}/pkg has no {kind} file of this build: run bin/serve", site.display()))?;
        Ok(format!("/pkg/{name}"))
    };
    Ok(Assets { css: address("css")?, js: address("js")?, wasm: address("wasm")?, mermaid: mermaid(site) })
}

/// Mermaid with its version in its name, as `bin/setup` puts it there.
fn mermaid(site: &Path) -> Option<String> {
    let files = std::fs::read_dir(site).ok()?.flatten().filter_map(|file| file.file_name().into_string().ok());
    let version = |name: &str| name.strip_prefix("mermaid.")?.strip_suffix(".js").map(str::to_owned);
    files.filter_map(|name| version(&name)).max().map(|version| format!("/mermaid.{version}.js"))
}

/// Serves them, as they were compressed when built.
pub(super) fn router(site: &Path, assets: &Assets) -> Router {
    // `dasi.css` without a hash is what `bin/watch` builds: the same name, and other bytes tomorrow.
    let has_hash = assets.css.matches('.').count() > 1;
    let caching = if has_hash { FOR_EVER } else { EACH_TIME };
    let pkg = ServiceBuilder::new()
        .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, kept(caching)))
        .service(ServeDir::new(site.join("pkg")).precompressed_br().precompressed_gzip());
    let mermaid = assets.mermaid.iter().fold(Router::new().nest_service("/pkg", pkg), |router, address| {
        // The frame that runs it has no origin, so to it we are elsewhere.
        let anywhere = SetResponseHeaderLayer::overriding(CORP, HeaderValue::from_static("cross-origin"));
        let file = ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, kept(FOR_EVER)))
            .layer(anywhere)
            .service(ServeFile::new(site.join(&address[1..])).precompressed_br().precompressed_gzip());
        router.route_service(address, file)
    });
    PLAIN.iter().fold(mermaid, |router, name| {
        let file = ServiceBuilder::new()
            .layer(SetResponseHeaderLayer::if_not_present(header::CACHE_CONTROL, kept(A_DAY)))
            .service(ServeFile::new(site.join(name)));
        router.route_service(&format!("/{name}"), file)
    })
}

/// Only what is there may be kept: what is missing now may come with the next build.
fn kept(caching: HeaderValue) -> impl Fn(&Response<ServeFileSystemResponseBody>) -> Option<HeaderValue> + Clone {
    move |response| response.status().is_success().then(|| caching.clone())
}
