// LINE's own SDK for Node as a client of the simulator, and its middleware as a bot.
// Usage: node conformance.mjs BASE_URL CHANNEL_ID CHANNEL_SECRET ACCESS_TOKEN RICH_MENU_PNG; prints one line for each thing that held.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import * as line from "@line/bot-sdk";

const [base, channelId, channelSecret, channelAccessToken, png] = process.argv.slice(2);
const client = new line.messagingApi.MessagingApiClient({ channelAccessToken, baseURL: base });
const blobs = new line.messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL: base });

const test = async (method, path, body, headers = { "content-type": "application/json" }) =>
  (await fetch(base + "/test/" + path, { method, headers, body: body && (typeof body === "string" ? body : JSON.stringify(body)) })).json();
const status = async (promise) => promise.then(() => 200, (error) => error.status);
const held = (what) => console.log("held: " + what);

// The bot: the SDK's middleware, and whatever came through it.
const events = [];
const middleware = line.middleware({ channelSecret });
const bot = createServer((req, res) => middleware(req, res, (error) => {
  if (!error) events.push(...req.body.events);
  res.writeHead(error ? 401 : 200).end(error?.constructor.name);
})).listen(0, "127.0.0.1");
await new Promise((ready) => bot.once("listening", ready));

await client.setWebhookEndpoint({ endpoint: `http://127.0.0.1:${bot.address().port}/webhook` });
assert.equal((await client.testWebhookEndpoint({})).success, true);
held("webhook endpoint is set and tested");

const hanako = await test("POST", "people", { name: "花子" });
await test("POST", `people/${hanako.id}/follow`, {});
const said = await test("POST", `people/${hanako.id}/text`, { text: "元気🤨です" });
assert.equal(said.status, 200);
assert.equal(events.at(-1).message.text, "元気🤨です");
held("middleware accepts a webhook");

const forged = await test("POST", "deliver", '{"destination":"U0","events":[]}', { "x-line-signature": "AAAA" });
assert.deepEqual([forged.status, forged.body], [401, "SignatureValidationFailed"]);
held("middleware refuses a wrong signature");

const { replyToken, message } = events.at(-1);
const reply = { replyToken, messages: [{ type: "text", text: "はい", quoteToken: message.quoteToken }] };
assert.equal((await client.replyMessage(reply)).sentMessages.length, 1);
assert.equal(await status(client.replyMessage(reply)), 400);
held("reply goes once");

const key = randomUUID();
const push = { to: hanako.id, messages: [{ type: "text", text: "お知らせ" }] };
const first = await client.pushMessageWithHttpInfo(push, key);
const again = await client.pushMessage(push, key).catch((error) => error);
assert.equal(again.status, 409);
assert.deepEqual(JSON.parse(again.body).sentMessages, first.body.sentMessages);
assert.equal(again.headers.get("x-line-accepted-request-id"), first.httpResponse.headers.get("x-line-request-id"));
held("push with a retry key goes once, and 409 tells what went");

assert.equal((await client.getMessageQuota()).type, "none");
assert.equal((await client.getMessageQuotaConsumption()).totalUsage, 1);
assert.equal((await client.getProfile(hanako.id)).displayName, "花子");
assert.equal(await status(client.getProfile("U" + "0".repeat(32))), 404);
held("quota and profile");

await client.showLoadingAnimation({ chatId: hanako.id, loadingSeconds: 20 });
await client.markMessagesAsReadByToken({ markAsReadToken: message.markAsReadToken });
assert.equal(await status(client.validateReply({ messages: [{ type: "text", text: "" }] })), 400);
held("loading, read mark, validation");

const area = { bounds: { x: 0, y: 0, width: 2500, height: 843 }, action: { type: "message", label: "教室", text: "教室" } };
const menu = { size: { width: 2500, height: 843 }, selected: true, name: "menu", chatBarText: "メニュー", areas: [area] };
const { richMenuId } = await client.createRichMenu(menu);
const image = readFileSync(png);
await blobs.setRichMenuImage(richMenuId, new Blob([image], { type: "image/png" }));
await client.setDefaultRichMenu(richMenuId);
assert.equal((await client.getDefaultRichMenuId()).richMenuId, richMenuId);
assert.equal((await client.getRichMenuList()).richmenus[0].chatBarText, "メニュー");
assert.ok(image.equals(await bytes(await blobs.getRichMenuImage(richMenuId))));
held("rich menu and its picture");

await test("POST", `people/${hanako.id}/tap`, { label: "教室" });
assert.equal(events.at(-1).message.text, "教室");
await test("POST", `people/${hanako.id}/image`, {});
assert.ok((await bytes(await blobs.getMessageContent(events.at(-1).message.id))).length > 0);
held("content of a picture");

const tokens = new line.channelAccessToken.ChannelAccessTokenClient({ baseURL: base });
const stateless = await tokens.issueStatelessChannelTokenByClientSecret(channelId, channelSecret);
assert.equal(stateless.expires_in, 900);
const other = new line.messagingApi.MessagingApiClient({ channelAccessToken: stateless.access_token, baseURL: base });
assert.match((await other.getBotInfo()).userId, /^U[0-9a-f]{32}$/);
held("stateless token");

bot.close();
bot.closeAllConnections();

async function bytes(stream) {
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
