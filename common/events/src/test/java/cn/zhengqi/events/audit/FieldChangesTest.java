package cn.zhengqi.events.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.audit.ChangeRecorded.FieldChange;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.web.Sensitive;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

class FieldChangesTest {

    private record Contact(
            String name,

            @Sensitive(mask = Mask.PHONE, plainFor = "contact.plain")
            String phone) {}

    private record View(Uscc uscc, @Nullable String note, Contact contact, List<String> tags, int version) {}

    private static final Uscc USCC = Uscc.parse("91500113MAX5XQ4WX4");

    @AfterEach
    void nobody() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void only_what_is_different_is_told_by_its_path() {
        assertThat(FieldChanges.between(view("旧", "13812345678", 1, "甲"), view("新", "13812345678", 2, "甲", "乙")))
                .containsExactly(new FieldChange("note", "旧", "新"), new FieldChange("tags", "甲", "甲、乙"));
    }

    @Test
    void a_change_behind_the_mask_is_seen_and_stays_covered() {
        assertThat(FieldChanges.between(view("同", "13812345678", 1), view("同", "13899995678", 2)))
                .containsExactly(new FieldChange("contact.phone", "138****5678", "138****5678"));
    }

    @Test
    void whoever_changes_it_may_see_it_plainly_and_the_log_still_covers_it() {
        var caller = UsernamePasswordAuthenticationToken.authenticated("someone", null, List.of());
        SecurityContextHolder.getContext().setAuthentication(caller);

        assertThat(FieldChanges.between(null, view("新", "13812345678", 0)))
                .contains(new FieldChange("contact.phone", null, "138****5678"))
                .contains(new FieldChange("uscc", null, "91500113MAX5XQ4WX4"))
                .noneMatch(change -> change.field().equals("version"));
        assertThat(SecurityContextHolder.getContext().getAuthentication()).isSameAs(caller);
    }

    @Test
    void of_two_long_texts_the_part_in_which_they_differ_is_told() {
        String same = "长".repeat(900);
        assertThat(FieldChanges.between(view(same + "甲", "1", 0), view(same + "乙", "1", 0)))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).startsWith("…长").endsWith("长甲").hasSizeLessThan(100);
                    assertThat(change.after()).startsWith("…长").endsWith("长乙");
                });
    }

    @Test
    void the_last_of_a_long_list_that_goes_is_seen() {
        String[] all = IntStream.range(0, 80)
                .mapToObj("finance.application.%d"::formatted)
                .toArray(String[]::new);
        assertThat(FieldChanges.between(view(null, "1", 0, all), view(null, "1", 0, Arrays.copyOf(all, 79))))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.field()).isEqualTo("tags");
                    assertThat(change.before()).endsWith("finance.application.79");
                    assertThat(change.after()).doesNotContain("finance.application.79");
                });
    }

    @Test
    void of_very_many_changes_it_is_said_how_many_are_not_told() {
        record Many(Map<String, Integer> figures) {}
        Map<String, Integer> figures = new HashMap<>();
        for (int i = 0; i < 103; i++) {
            figures.put("f" + i, i);
        }
        assertThat(FieldChanges.between(new Many(Map.of()), new Many(figures)))
                .hasSize(101)
                .last()
                .isEqualTo(new FieldChange("…", null, "另有 3 项变更"));
    }

    @Test
    void a_long_text_is_cut_and_what_is_gone_has_no_after() {
        FieldChange gone = FieldChanges.between(view("长".repeat(900), "1", 0), view(null, "1", 0))
                .getFirst();
        assertThat(gone.before()).hasSize(501).endsWith("…");
        assertThat(gone.after()).isNull();
    }

    private static View view(@Nullable String note, String phone, int version, String... tags) {
        return new View(USCC, note, new Contact("王小明", phone), List.of(tags), version);
    }
}
