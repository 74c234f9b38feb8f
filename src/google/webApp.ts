/** What a web app gets when something is posted to it. Anybody can post anything. */
export type PostEvent = { postData?: { contents?: unknown } } | undefined;

/** One HTML file of the script as a page of its own, which no other site may frame (that is Google's default). */
export function pageOutput(file: string, title: string): GoogleAppsScript.HTML.HtmlOutput {
  return HtmlService.createHtmlOutputFromFile(file)
    .setTitle(title)
    .addMetaTag('viewport', 'width=device-width, initial-scale=1');
}

/** A JSON text as the answer of a web app. */
export function jsonOutput(text: string): GoogleAppsScript.Content.TextOutput {
  return ContentService.createTextOutput(text).setMimeType(ContentService.MimeType.JSON);
}

/** What was posted, as a text; null where nothing was. */
export function postedText(event: PostEvent): string | null {
  const contents = event?.postData?.contents;
  return typeof contents === 'string' ? contents : null;
}
