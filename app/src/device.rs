//! What a browser calls itself, made short.

/// Placeholder.
pub fn device(user_agent: &str) -> String {
    user_agent.chars().take(40).collect()
}
