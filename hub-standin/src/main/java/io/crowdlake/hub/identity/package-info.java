/** Who a device is, and how it proves that. */
package io.crowdlake.hub.identity;
