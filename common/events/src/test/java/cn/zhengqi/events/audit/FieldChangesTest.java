package cn.zhengqi.events.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.events.audit.ChangeRecorded.FieldChange;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Uscc;
import cn.zhengqi.web.Sensitive;
import java.util.List;
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
