/** Scripts of migrations, applied as their tools do it, with stand-ins for what is not here. */
package de.qapix.checks.script;
