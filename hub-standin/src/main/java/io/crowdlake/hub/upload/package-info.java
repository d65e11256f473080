/** File upload: devices ask over HTTPS where to put a file, put it there, and say that they have. */
package io.crowdlake.hub.upload;
