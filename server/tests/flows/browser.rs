//! Cookies, forms and pages, as a browser has them.

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddr, SocketAddrV4};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use scraper::{Html, Selector};
use tower::ServiceExt;

/// What stands between browsers and the house.
const PROXY: SocketAddr = SocketAddr::V4(SocketAddrV4::new(Ipv4Addr::LOCALHOST, 50_000));

#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    cookies: BTreeMap<String, String>,
    language: &'static str,
    address: String,
}

pub(crate) struct Page {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) bytes: Vec<u8>,
}

impl Browser {
    pub(crate) fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), language: "ko-KR,ko;q=0.9,en;q=0.5", address: "192.0.2.1".into() }
    }

    pub(crate) fn with_cookie(mut self, name: &str, value: &str) -> Self {
        self.cookies.insert(name.into(), value.into());
        self
    }

    pub(crate) fn speaking(self, language: &'static str) -> Self {
        Self { language, ..self }
    }

    /// As a proxy passes on what comes from another address.
    pub(crate) fn from(self, address: &str) -> Self {
        Self { address: address.into(), ..self }
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.get(name).map(String::as_str)
    }

    pub(crate) async fn get(&mut self, path: &str) -> Page {
        self.ask(Method::GET, path, &[], Body::empty()).await
    }

    /// Sends a form as its own page would.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let mut form = url::form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("sec-fetch-site", "same-origin")];
        self.ask(Method::POST, path, &headers, Body::from(form.finish())).await
    }

    /// Sends a form with one file in it (RFC 7578).
    pub(crate) async fn upload(&mut self, path: &str, field: &str, name: &str, file: &[u8]) -> Page {
        let head = format!(
            "--dasi-edge\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: application/octet-stream\r\n\r\n"
        );
        let form = [head.as_bytes(), file, b"\r\n--dasi-edge--\r\n"].concat();
        let headers = [("content-type", "multipart/form-data; boundary=dasi-edge"), ("sec-fetch-site", "same-origin")];
        self.ask(Method::POST, path, &headers, Body::from(form)).await
    }

    /// Sends a form and goes where it leads.
    pub(crate) async fn submit(&mut self, path: &str, fields: &[(&str, &str)]) -> Page {
        let answer = self.post(path, fields).await;
        assert!(answer.status.is_redirection(), "{path} answered {}: {}", answer.status, answer.text());
        let to = answer.location();
        self.get(&to).await
    }

    pub(crate) async fn ask(&mut self, method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Page {
        let mut request = Request::builder().method(method).uri(path).header(header::HOST, "dasi.test");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request = request.header(header::ACCEPT_LANGUAGE, self.language).header("x-forwarded-for", &self.address);
        request = request.extension(ConnectInfo(PROXY));
        if !self.cookies.is_empty() {
            let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        let response = self.router.clone().oneshot(request.body(body).unwrap()).await.unwrap();
        let (parts, body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        Page { status: parts.status, headers: parts.headers, bytes: to_bytes(body, 64 << 20).await.unwrap().to_vec() }
    }

    fn keep_cookies(&mut self, headers: &HeaderMap) {
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (pair, rest) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').unwrap();
            if rest.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.into(), value.into());
            }
        }
    }
}

impl Page {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    pub(crate) fn location(&self) -> String {
        self.headers[header::LOCATION].to_str().unwrap().to_owned()
    }

    pub(crate) fn html(&self) -> Html {
        Html::parse_document(&self.text())
    }

    /// The words of the first element that fits.
    pub(crate) fn words(&self, selector: &str) -> Option<String> {
        let selector = Selector::parse(selector).unwrap();
        let words = self.html().select(&selector).next().map(|one| one.text().collect::<String>());
        words.map(|words| words.trim().to_owned())
    }

    /// An attribute of the first element that fits.
    pub(crate) fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        let selector = Selector::parse(selector).unwrap();
        self.html().select(&selector).next().and_then(|one| one.attr(name).map(str::to_owned))
    }

    /// What a field of the form holds.
    pub(crate) fn field(&self, name: &str) -> Option<String> {
        let area = format!("textarea[name={name}]");
        if let Some(selected) = self.attribute(&format!("select[name={name}] option[selected]"), "value") {
            return Some(selected);
        }
        let html = self.html();
        let selector = Selector::parse(&area).unwrap();
        if let Some(area) = html.select(&selector).next() {
            return Some(area.text().collect());
        }
        self.attribute(&format!("input[name={name}]"), "value")
    }

    /// The message beside a field.
    pub(crate) fn problem(&self, name: &str) -> Option<String> {
        self.words(&format!("#{name}-problem"))
    }

    /// How many elements fit.
    pub(crate) fn count(&self, selector: &str) -> usize {
        self.html().select(&Selector::parse(selector).unwrap()).count()
    }
}
