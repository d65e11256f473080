/** Certificates of the hub and of its devices. */
package io.crowdlake.hub.certificate;
