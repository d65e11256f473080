/** Scenes with people who come, stay and go, drawn frame by frame, together with the truth about them. */
package io.crowdlake.scene;
