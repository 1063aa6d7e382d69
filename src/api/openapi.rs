//! stub
pub fn document() -> serde_json::Value {
    serde_json::json!({})
}
pub async fn serve() -> axum::Json<serde_json::Value> {
    axum::Json(document())
}
