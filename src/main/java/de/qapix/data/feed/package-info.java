/**
 * Records as an API hands them out: what a feed is, the requests that are made of it side by side,
 * and the list of a slice, page by page. Knows no API by name.
 */
package de.qapix.data.feed;
