// Alte Datei in Latin-1: über München, Straße
var pool = require('./db').pool;
exports.grüße = function () {
  return pool.query('SELECT "id" FROM "Lead" WHERE "companyName" = \'Müller\'');
};
exports.alt = function () { return pool.query('SELECT straße FROM kunden_alt'); };
