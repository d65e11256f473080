package io.crowdlake.evaluation.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataFolderTest {

    @TempDir
    Path folder;

    @BeforeEach
    void fill() throws IOException {
        for (String file : new String[] {"train/1.jpg", "2.jpg", "images/3.jpg", "images/train/4.jpg"}) {
            Files.createDirectories(folder.resolve(file).getParent());
            Files.writeString(folder.resolve(file), file);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "train/1.jpg,train/1.jpg",
        "2.jpg,2.jpg",
        "train/2.jpg,2.jpg",
        "3.jpg,images/3.jpg",
        "other/3.jpg,images/3.jpg",
        "train/4.jpg,images/train/4.jpg"
    })
    void findsFilesWhereTheyUsuallyLie(String label, String file) throws UnreadableException {
        assertThat(new DataFolder(folder).find(label)).isEqualTo(folder.resolve(file));
    }

    @Test
    void saysWhenThereIsNone() {
        DataFolder data = new DataFolder(folder);
        assertThatThrownBy(() -> data.find("5.jpg"))
                .isInstanceOf(UnreadableException.class)
                .hasMessage("is missing");
        assertThatThrownBy(() -> data.find("train")).hasMessage("is missing");
        assertThatThrownBy(() -> data.find("nul\0.jpg")).hasMessage("is no file name");
        assertThatThrownBy(() -> data.find("/")).isInstanceOf(UnreadableException.class);
    }
}
