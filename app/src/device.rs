//! What a browser calls itself, for the list of sign-ins: "Firefox, Linux".

use woothee::parser::Parser;
use woothee::woothee::VALUE_UNKNOWN;

/// Longest name of a program that is not a browser, in characters.
const LONGEST: usize = 40;

/// Browsers that pass for another one, and what only they say.
const APART: &[(&str, &str)] =
    &[("KAKAOTALK", "KakaoTalk"), ("NAVER(inapp", "Naver"), ("Whale/", "Whale"), ("FxiOS/", "Firefox")];

/// A short name for whatever sent this `User-Agent` (RFC 9110 §10.1.5): browser and system as far as they are known,
/// else the first product's name. Empty if there is none. Anybody can claim anything: it is for people to recognise
/// their own device, and decides nothing.
pub(crate) fn device(user_agent: &str) -> String {
    let known =
        Parser::new().parse(user_agent).filter(|found| found.name != VALUE_UNKNOWN && is_browser(found.category));
    let Some(found) = known else { return product(user_agent) };
    let apart = APART.iter().find(|(mark, _)| user_agent.contains(mark)).map(|(_, name)| *name);
    let browser = apart.unwrap_or_else(|| browser(found.name));
    match system(found.os) {
        "" => browser.to_owned(),
        system => format!("{browser}, {system}"),
    }
}

/// Robots and libraries go by their own names.
fn is_browser(category: &str) -> bool {
    matches!(category, "pc" | "smartphone" | "mobilephone" | "appliance")
}

fn browser(name: &str) -> &str {
    match name {
        "SamsungBrowser" => "Samsung Internet",
        name => name,
    }
}

fn system(os: &str) -> &str {
    match os {
        VALUE_UNKNOWN => "",
        "Mac OSX" => "macOS",
        windows if windows.starts_with("Windows") && !windows.contains("Phone") => "Windows",
        os => os,
    }
}

fn product(user_agent: &str) -> String {
    let token = user_agent.split(|one: char| one.is_whitespace() || one == '/').find(|token| !token.is_empty());
    token.unwrap_or_default().chars().filter(|one| !one.is_control()).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHROME: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36";
    const ANDROID: &str = "Mozilla/5.0 (Linux; Android 14; SM-S921N Build/UP1A.231005.007; wv) AppleWebKit/537.36 \
        (KHTML, like Gecko) Version/4.0 Chrome/126.0.6478.134 Mobile Safari/537.36";

    #[test]
    fn browsers_are_called_as_people_call_them() {
        let edge = format!("{CHROME} Edg/138.0.0.0");
        let whale = CHROME.replace("Safari", "Whale/4.31.304.16 Safari");
        let kakao = format!("{ANDROID};KAKAOTALK 2410680");
        for (agent, name) in [
            (CHROME, "Chrome, Windows"),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/17.5 Mobile/15E148 Safari/604.1",
                "Safari, iPhone",
            ),
            (
                "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 \
                 Safari/605.1.15",
                "Safari, macOS",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
            (
                "Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S918N) AppleWebKit/537.36 (KHTML, like Gecko) \
                 SamsungBrowser/25.0 Chrome/121.0.0.0 Mobile Safari/537.36",
                "Samsung Internet, Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 FxiOS/128.0 Mobile/15E148 Safari/605.1.15",
                "Firefox, iPhone",
            ),
            (&kakao, "KakaoTalk, Android"),
            (&edge, "Edge, Windows"),
            (&whale, "Whale, Windows"),
        ] {
            assert_eq!(device(agent), name, "{agent}");
        }
    }

    #[test]
    fn whatever_is_no_browser_goes_by_its_first_product() {
        for (agent, name) in [
            ("curl/8.5.0", "curl"),
            ("Wget/1.21.4", "Wget"),
            ("python-requests/2.32.3", "python-requests"),
            ("Dasi Reader/1", "Dasi"),
            ("  나의-앱/2", "나의-앱"),
            ("", ""),
            ("-", "-"),
            (" / ", ""),
            ("a\u{7}\u{1b}[31mb/1", "a[31mb"),
        ] {
            assert_eq!(device(agent), name, "{agent:?}");
        }
        assert_eq!(device(&"x".repeat(5_000)).len(), LONGEST);
    }
}
