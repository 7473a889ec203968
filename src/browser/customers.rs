//! Customers kept on this device, where the user chose it: one text in an indexed database.
//!
//! A promise's own `resolve` and `reject` serve as the handlers of a request, so four operations need
//! no library and no closure of ours but one.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbFactory, IdbRequest, IdbTransactionMode};

/// The name of the database; on a shared origin it must be ours.
const DATABASE: &str = "rusetti";
const STORE: &str = "kept";
const KEY: &str = "customers";

/// The browser did not do it: blocked, full or broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

impl From<JsValue> for Refused {
    fn from(_: JsValue) -> Self {
        Self
    }
}

/// Keeps a text, in place of the one before.
///
/// # Errors
/// [`Refused`].
pub async fn keep(text: &str) -> Result<(), Refused> {
    let database = open().await?;
    let outcome = keep_in(&database, text).await;
    database.close();
    outcome
}

async fn keep_in(database: &IdbDatabase, text: &str) -> Result<(), Refused> {
    let mode = IdbTransactionMode::Readwrite;
    let transaction = database.transaction_with_str_and_mode(STORE, mode)?;
    let written = Promise::new(&mut |resolve, reject| {
        transaction.set_oncomplete(Some(&resolve));
        transaction.set_onerror(Some(&reject));
        transaction.set_onabort(Some(&reject));
    });
    transaction
        .object_store(STORE)?
        .put_with_key(&JsValue::from_str(text), &JsValue::from_str(KEY))?;
    JsFuture::from(written).await?;
    Ok(())
}

/// The text kept, if there is one.
///
/// # Errors
/// [`Refused`].
pub async fn kept() -> Result<Option<String>, Refused> {
    let database = open().await?;
    let text = read_from(&database).await;
    database.close();
    text
}

async fn read_from(database: &IdbDatabase) -> Result<Option<String>, Refused> {
    let store = database.transaction_with_str(STORE)?.object_store(STORE)?;
    let request = store.get(&JsValue::from_str(KEY))?;
    finished(&request).await?;
    Ok(request.result()?.as_string())
}

/// Deletes the database and all in it.
///
/// # Errors
/// [`Refused`].
pub async fn delete() -> Result<(), Refused> {
    // Without a database there is nothing to delete.
    let Some(factory) = factory() else {
        return Ok(());
    };
    let request = factory.delete_database(DATABASE)?;
    finished(&request).await
}

fn factory() -> Option<IdbFactory> {
    web_sys::window()?.indexed_db().ok().flatten()
}

async fn open() -> Result<IdbDatabase, Refused> {
    let request = factory().ok_or(Refused)?.open_with_u32(DATABASE, 1)?;
    let upgraded = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let database = upgraded.result().ok().and_then(|it| it.dyn_into().ok());
        if let Some(database) = database {
            let database: IdbDatabase = database;
            // Failing leaves no store; the transaction that follows then says so.
            drop(database.create_object_store(STORE));
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    finished(&request).await?;
    let database: IdbDatabase = request.result()?.dyn_into()?;
    // Another tab that forgets everything must not wait for this one.
    let closing = database.clone();
    let close = Closure::once_into_js(move || closing.close());
    database.set_onversionchange(Some(close.unchecked_ref()));
    Ok(database)
}

async fn finished(request: &IdbRequest) -> Result<(), Refused> {
    let done = Promise::new(&mut |resolve: Function, reject: Function| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        // Only opening and deleting can be blocked by another tab; plain requests ignore the name.
        let _ = Reflect::set(request, &"onblocked".into(), &reject);
    });
    JsFuture::from(done).await?;
    Ok(())
}
