import { agent } from "./agent";
export const chats = () => agent.query("SELECT title, other FROM trigger_agent.threads WHERE owner = 1");
