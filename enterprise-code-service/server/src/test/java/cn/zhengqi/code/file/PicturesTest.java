package cn.zhengqi.code.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.code.CodeServiceTest;
import cn.zhengqi.data.files.ObjectStore;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.testing.TestPhoto;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures on their way to the page, and those that never come there. */
class PicturesTest extends CodeServiceTest {

    private final UUID owner = Ids.next();

    @Autowired
    private PictureStore pictures;

    @Autowired
    private ObjectStore objects;

    @Test
    void who_hands_in_pictures_and_shows_none_of_them_is_stopped_and_what_is_shown_does_not_count() {
        UUID first = put();
        for (int more = 1; more < PictureStore.MOST_UNUSED; more++) {
            put();
        }

        assertThatThrownBy(this::put)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.code().name()).isEqualTo("TOO_MANY_FILES"));
        pictures.showOnly(List.of(first));
        assertThat(pictures.find(put())).isPresent();
    }

    @Test
    void what_never_came_to_the_page_goes_by_night_though_nobody_rewrites_it() {
        UUID shown = put();
        UUID never = put();
        pictures.showOnly(List.of(shown));
        String bytes = key(never);
        clock.forward(Duration.ofDays(2));
        UUID fresh = put();

        pictures.removeUnused();

        assertThat(pictures.find(shown)).isPresent();
        assertThat(pictures.find(fresh)).isPresent();
        assertThat(pictures.find(never)).isEmpty();
        assertThatThrownBy(() -> objects.get(bytes)).isInstanceOf(IllegalStateException.class);
    }

    private UUID put() {
        return pictures.put(owner, "亮码.jpg", TestPhoto.ofAPhone()).id();
    }

    private String key(UUID id) {
        return jdbc.sql("select object_key from page_picture where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
