/** The devices that the hub knows, with their twins, kept in files. */
package io.crowdlake.hub.registry;
