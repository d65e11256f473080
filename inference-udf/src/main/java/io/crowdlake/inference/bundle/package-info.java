/**
 * A model bundle: {@code bundle.json} and the TorchScript files that it names, in a folder, a .zip, a jar or on a file system that a
 * {@link io.crowdlake.inference.bundle.BundleSource} reads. Every file is checked before a network is loaded from it.
 */
package io.crowdlake.inference.bundle;
