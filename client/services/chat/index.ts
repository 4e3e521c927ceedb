import { person } from '@/services/person';

/** The embedded cloud's part of wx.getGroupEnterInfo: `?chat=…` in the address plays a card that was opened in that chat. */
export async function chatTicket(): Promise<string | null> {
  const openGId = new URLSearchParams(window.location.search).get('chat');
  if (!openGId) return null;
  const headers = { 'content-type': 'application/json', 'x-local-openid': await person() };
  const response = await fetch('/local/cloud-id', { method: 'POST', headers, body: JSON.stringify({ openGId }) });
  return response.ok ? ((await response.json()) as { cloudID: string }).cloudID : null;
}
