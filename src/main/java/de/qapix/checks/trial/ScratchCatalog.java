package de.qapix.checks.trial;

import de.qapix.checks.script.ScratchRoles;
import de.qapix.checks.script.ScriptNote;
import java.util.List;
import javax.sql.DataSource;

/**
 * A database as migrations make it.
 *
 * @param dataSource opens new connections as its owner, who has rights nowhere else; they are
 *     read-only unless told otherwise
 * @param owner connections of the owner that may write
 * @param stubbed extensions that the server lacks and that stand-ins replace
 * @param roles the same for roles
 * @param notes of what was left out or could not be tried
 */
public record ScratchCatalog(
    DataSource dataSource,
    DataSource owner,
    List<String> stubbed,
    ScratchRoles roles,
    List<ScriptNote> notes) {}
