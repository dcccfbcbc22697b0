//! The sign-in provider, out of five settings that mean something together.

use anyhow::{Context, bail, ensure};
use app::provider::{ProviderSettings, is_secure};
use domain::member::EmailAddress;
use url::Url;

use crate::cli::Settings;

/// # Errors
/// Which setting is wrong, and how; never the secret.
pub(super) fn of(settings: &Settings) -> anyhow::Result<Option<ProviderSettings>> {
    let Some(issuer) = &settings.oidc_issuer else {
        ensure!(!says_more(settings), "DASI_OIDC_ISSUER is missing, which the other settings of DASI_OIDC_ belong to");
        return Ok(None);
    };
    let url = issuer_url(issuer).with_context(|| format!("DASI_OIDC_ISSUER is {issuer:?}"))?;
    let host = url.host_str().unwrap_or_default();
    Ok(Some(ProviderSettings {
        name: filled(settings.oidc_name.as_ref()).unwrap_or(host).to_owned(),
        issuer: issuer.clone(),
        client_id: filled(settings.oidc_client_id.as_ref())
            .context("DASI_OIDC_CLIENT_ID is missing: what is this installation called at the sign-in provider?")?
            .to_owned(),
        client_secret: settings.oidc_client_secret.clone().filter(|secret| !secret.is_empty()),
        domains: domains(settings.oidc_domains.as_deref().unwrap_or_default()).context("DASI_OIDC_DOMAINS")?,
    }))
}

fn says_more(settings: &Settings) -> bool {
    let others = [&settings.oidc_client_id, &settings.oidc_client_secret, &settings.oidc_name, &settings.oidc_domains];
    others.into_iter().any(Option::is_some)
}

fn filled(text: Option<&String>) -> Option<&str> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// An issuer is a URL with neither query nor fragment (OpenID Connect Discovery 1.0 §3).
fn issuer_url(text: &str) -> anyhow::Result<Url> {
    let url = Url::parse(text)?;
    if !is_secure(&url) {
        bail!("it has to begin with https:// (http:// only on localhost or 127.0.0.1)");
    }
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
        bail!("an issuer has no query, fragment or user");
    }
    Ok(url)
}

fn domains(text: &str) -> anyhow::Result<Vec<String>> {
    text.split(',').map(str::trim).filter(|domain| !domain.is_empty()).map(domain).collect()
}

/// In lower case, as addresses are.
fn domain(text: &str) -> anyhow::Result<String> {
    let is_one = !text.contains('@') && EmailAddress::parse(&format!("somebody@{text}")).is_ok();
    ensure!(is_one, "{text:?} is no domain: write example.com, with commas between several");
    Ok(text.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::parse_from;
    use crate::config::Config;

    const ISSUER: [&str; 2] = ["--oidc-issuer", "https://id.example.com/realms/team"];
    const CLIENT: [&str; 2] = ["--oidc-client-id", "dasi"];

    fn provider(words: &[&[&str]]) -> anyhow::Result<Option<ProviderSettings>> {
        let words = ["dasi", "serve"].into_iter().chain(words.concat());
        let cli = parse_from(words.map(Into::into)).unwrap();
        Ok(Config::of(&cli.settings)?.provider)
    }

    #[test]
    fn without_an_issuer_there_is_no_provider_and_nothing_may_be_said_of_one() {
        assert_eq!(provider(&[]).unwrap(), None);
        for (flag, value) in [("client-id", "dasi"), ("client-secret", "hush"), ("name", "물결"), ("domains", "a.kr")]
        {
            let error = provider(&[&[&format!("--oidc-{flag}"), value]]).unwrap_err().to_string();
            assert!(error.contains("DASI_OIDC_ISSUER") && !error.contains("hush"), "{error}");
        }
    }

    #[test]
    fn an_issuer_needs_a_client_id_and_brings_a_name() {
        for missing in [&[&ISSUER[..]][..], &[&ISSUER, &["--oidc-client-id", " "]]] {
            assert!(provider(missing).unwrap_err().to_string().contains("DASI_OIDC_CLIENT_ID"));
        }
        let set = provider(&[&ISSUER, &CLIENT]).unwrap().unwrap();
        assert_eq!(
            (set.name.as_str(), set.issuer.as_str(), set.client_id.as_str()),
            ("id.example.com", ISSUER[1], "dasi")
        );
        assert_eq!((set.client_secret, set.domains.len()), (None, 0));
        let named = provider(&[&ISSUER, &CLIENT, &["--oidc-name", "물결", "--oidc-client-secret", "hush"]]);
        let named = named.unwrap().unwrap();
        assert_eq!((named.name.as_str(), named.client_secret.as_deref()), ("물결", Some("hush")));
        assert!(!format!("{named:?}").contains("hush"));
    }

    #[test]
    fn an_issuer_is_kept_as_it_is_written_and_is_https() {
        for issuer in
            ["https://id.example.com", "https://id.example.com/", "http://localhost:9000", "http://127.0.0.1:1/a"]
        {
            assert_eq!(provider(&[&["--oidc-issuer", issuer], &CLIENT]).unwrap().unwrap().issuer, issuer);
        }
        for wrong in
            ["", "id.example.com", "http://id.example.com", "ftp://localhost", "https://a.kr/?b", "https://a@b.kr"]
        {
            assert!(provider(&[&["--oidc-issuer", wrong], &CLIENT]).is_err(), "{wrong}");
        }
    }

    #[test]
    fn domains_are_a_list_in_lower_case() {
        let set = |text| provider(&[&ISSUER, &CLIENT, &["--oidc-domains", text]]).map(|set| set.unwrap().domains);
        assert_eq!(set("Example.com, 물결.kr,").unwrap(), ["example.com", "물결.kr"]);
        assert!(set("").unwrap().is_empty());
        for wrong in ["@example.com", "ada@example.com", "*.example.com", "https://example.com", "a.kr b.kr"] {
            assert!(set(wrong).is_err(), "{wrong}");
        }
    }
}
