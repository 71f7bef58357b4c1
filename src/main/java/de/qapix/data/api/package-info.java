/** What all paged JSON APIs share: requests, pages, retries, the rate budget, errors. */
package de.qapix.data.api;
