package cn.zhengqi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.UserType;
import cn.zhengqi.kernel.permission.FieldRule;
import cn.zhengqi.web.field.FieldRulesModule;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonView;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import tools.jackson.databind.json.JsonMapper;

class FieldRulesTest {

    private static final String PHONE = "user.row.phone";

    private record Row(
            String name,

            @Sensitive(mask = Mask.PHONE, plainFor = "user.phone.plain", field = PHONE)
            String phone,

            @Sensitive(mask = Mask.ID_NUMBER) String idNumber,
            int count) {}

    private record Open(String name) {}

    private record Outer(@JsonUnwrapped(prefix = "user_") Row user) {}

    private record Viewed(
            @JsonView(Object.class) @Sensitive(mask = Mask.PHONE, field = PHONE)
            String phone) {}

    /** One for all: what one reader sees must not show in what another one gets. */
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new FieldRulesModule()).build();

    private static final Row ROW = new Row("张三", "13812345678", "500113199001011234", 7);

    @Test
    void without_a_caller_everything_is_covered() {
        assertThat(FieldRules.apply(ROW, null)).isEqualTo(new Row("张三", "138****5678", "500113********1234", 7));
    }

    @Test
    void a_caller_sees_plainly_only_what_they_may() {
        assertThat(FieldRules.apply(ROW, holding("user.phone.plain")))
                .isEqualTo(new Row("张三", "13812345678", "500113********1234", 7));
        assertThat(FieldRules.apply(ROW, holding("other")).phone()).isEqualTo("138****5678");
    }

    @Test
    void a_row_with_nothing_in_it_stays_empty() {
        assertThat(FieldRules.apply(new Row("", null, "", 0), null)).isEqualTo(new Row("", null, "", 0));
        Open open = new Open("x");
        assertThat(FieldRules.apply(open, null)).isSameAs(open);
    }

    @Test
    void what_roles_say_goes_before_permissions_and_reaches_no_field_that_is_fixed() {
        assertThat(FieldRules.apply(ROW, holding("user.phone.plain").seeing(Map.of(PHONE, FieldRule.MASKED)))
                        .phone())
                .isEqualTo("138****5678");
        assertThat(FieldRules.apply(ROW, holding("other").seeing(Map.of(PHONE, FieldRule.PLAIN))))
                .isEqualTo(new Row("张三", "13812345678", "500113********1234", 7));
    }

    @Test
    void a_hidden_field_is_empty_in_a_copy_and_missing_in_json() {
        CurrentUser kept = holding("user.phone.plain").seeing(Map.of(PHONE, FieldRule.HIDDEN));

        assertThat(FieldRules.apply(ROW, kept).phone()).isEmpty();
        assertThat(json(kept)).isEqualTo("{\"name\":\"张三\",\"idNumber\":\"500113********1234\",\"count\":7}");
        assertThat(json(holding("user.phone.plain"))).contains("\"phone\":\"13812345678\"");
        assertThat(json(holding("other"))).contains("\"phone\":\"138****5678\"");
    }

    @Test
    void one_list_covers_short_and_long_texts_alike() {
        List<Row> rows = Stream.of("13812345678", "1".repeat(300), "", "86-13812345678")
                .map(phone -> new Row("张三", phone, "500113199001011234", 7))
                .toList();

        assertThat(json(jwt(holding("other")), rows))
                .contains(
                        "\"phone\":\"138****5678\"",
                        "\"phone\":\"111" + "*".repeat(293) + "1111\"",
                        "\"phone\":\"\"",
                        "\"phone\":\"86-*******5678\"");
    }

    @Test
    void what_is_hidden_is_missing_where_there_is_nothing_too() {
        Row empty = new Row("张三", null, "500113199001011234", 7);

        assertThat(json(jwt(holding("other").seeing(Map.of(PHONE, FieldRule.HIDDEN))), empty))
                .doesNotContain("phone");
        assertThat(json(jwt(holding("other")), empty)).contains("\"phone\":null");
        assertThat(json(jwt(holding("user.phone.plain")), empty)).contains("\"phone\":null");
    }

    @Test
    void readers_who_see_different_things_each_get_theirs_of_one_list() {
        List<Row> rows = List.of(ROW, ROW);
        Jwt plain = jwt(holding("user.phone.plain"));
        Jwt covered = jwt(holding("other"));
        Jwt none = jwt(holding("user.phone.plain").seeing(Map.of(PHONE, FieldRule.HIDDEN)));

        assertThat(Stream.of(plain, covered, none, plain, covered, none).map(reader -> json(reader, rows)))
                .extracting(
                        written -> written.split("13812345678", -1).length - 1,
                        written -> written.split("138\\*{4}5678", -1).length - 1)
                .containsExactly(tuple(2, 0), tuple(0, 2), tuple(0, 0), tuple(2, 0), tuple(0, 2), tuple(0, 0));
    }

    @Test
    void a_record_that_is_unwrapped_into_another_and_one_in_a_view_are_covered_as_well() {
        Outer outer = new Outer(ROW);

        assertThat(json(jwt(holding("other")), outer))
                .contains("\"user_phone\":\"138****5678\"", "\"user_idNumber\":\"500113********1234\"");
        assertThat(json(jwt(holding("user.phone.plain").seeing(Map.of(PHONE, FieldRule.HIDDEN))), outer))
                .doesNotContain("138");
        assertThat(JSON.writerWithView(Object.class).writeValueAsString(new Viewed("13812345678")))
                .isEqualTo("{\"phone\":\"138****5678\"}");
    }

    @Test
    void a_system_sees_plainly_what_its_scopes_are_named_for() {
        assertThat(json(system("user.phone.plain"))).contains("13812345678", "500113********1234");
        assertThat(json(system("other"))).contains("138****5678");
    }

    private static String json(CurrentUser reader) {
        return json(jwt(reader));
    }

    private static String json(Jwt reader) {
        return json(reader, ROW);
    }

    private static String json(Jwt reader, Object written) {
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(reader, null));
        try {
            return JSON.writeValueAsString(written);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Jwt jwt(CurrentUser reader) {
        return Jwt.withTokenValue("x")
                .header("alg", "none")
                .subject(reader.accountId().toString())
                .claim("user_type", reader.userType().name())
                .claim("perms", List.copyOf(reader.permissions()))
                .claim(
                        "fields",
                        reader.fieldRules().entrySet().stream()
                                .map(said -> said.getKey() + "=" + said.getValue())
                                .toList())
                .build();
    }

    private static Jwt system(String scope) {
        return Jwt.withTokenValue("x")
                .header("alg", "none")
                .subject(Tokens.ACCOUNT.toString())
                .claim(CallingSystem.OWNER, Tokens.ACCOUNT.toString())
                .claim("perms", List.of(scope))
                .build();
    }

    static CurrentUser holding(String permission) {
        return new CurrentUser(
                Tokens.ACCOUNT, "李四", UserType.OPERATOR, null, null, null, null, Set.of(), Set.of(permission));
    }
}
