/** How an API counts requests. */
package de.qapix.sandbox.limit;
