import { db } from "./db";
export const own = () => db.query("SELECT city FROM visit");
export const dropped = () => db.query("SELECT city, country FROM dropped_places WHERE place = 1");
