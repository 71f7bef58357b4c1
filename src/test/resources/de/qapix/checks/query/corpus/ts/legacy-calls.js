'use strict';

// Old code of the telephone system; kept as it is (with carriage returns).
var pool = require('./db').pool;

function lastCalls(userId, cb) {
  var sql = 'SELECT id, lead_id, started_at, outcome ' +
            'FROM call_log ' +
            'WHERE user_id = $1 ' +
            'ORDER BY started_at DESC ' +
            'LIMIT 20';
  return pool.query(sql, [userId], cb);
}

function callsOfDay(day) {
  return pool.query("SELECT c.id, c.phone_number, c.\"closeCallId\" FROM call_log c WHERE c.started_at::date = $1 AND c.recording_url LIKE 'https://%'", [day]);
}

function saveCall(call) {
  var columns = ['user_id', 'lead_id', 'started_at', 'duration_seconds', 'outcome'];
  var marks = columns.map(function (c, i) { return '$' + (i + 1); });
  return pool.query(
    'INSERT INTO call_log (' + columns.join(', ') + ') ' +
    'VALUES (' + marks.join(', ') + ') RETURNING id',
    [call.userId, call.leadId, call.startedAt, call.seconds, call.outcome]
  );
}

function longCalls(minutes, onlyReached) {
  var sql = "SELECT u.\"displayName\", max(c.duration_seconds) AS longest";
  sql += ' FROM call_log c';
  sql += ' JOIN "User" u ON u."id" = c.user_id';
  sql += ' WHERE c.duration_seconds > ' + (minutes * 60);
  if (onlyReached) {
    sql += " AND c.outcome = 'reached'";
  }
  sql += ' GROUP BY u."id"';
  return pool.query(sql);
}

function transcript(id) {
  return pool.query('SELECT t.value ->> \'speaker\' AS speaker, t.value ->> \'text\' AS "spokenText" ' +
    'FROM call_log c, jsonb_array_elements(c.transcript) AS t(value) WHERE c.id = $1', [id]);
}

function forget(before) {
  pool.query(`UPDATE call_log
    SET recording_url = NULL,
        transcript = NULL
    WHERE started_at < $1`, [before]);
  return pool.query('DELETE FROM call_log WHERE started_at < $1::timestamptz - interval \'1 year\'', [before]);
}

module.exports = { lastCalls: lastCalls, callsOfDay: callsOfDay, saveCall: saveCall, longCalls: longCalls, transcript: transcript, forget: forget };
