package cn.zhengqi.web.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.zhengqi.kernel.CommonProblem;
import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.web.Sensitive;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.method.HandlerMethod;

class HiddenFieldsTest {

    private static final String PHONE = "sample.row.phone";

    private record Row(
            String name,
            @Sensitive(mask = Mask.PHONE, field = PHONE) String phone) {}

    private record Filter(
            @Nullable String q,

            @Sensitive(mask = Mask.PHONE, field = PHONE) @Nullable
            String phone) {}

    @SuppressWarnings("unused")
    private static final class Lists {

        Page<Row> list(PageRequest page) {
            return Page.of(List.of(), 0, page);
        }

        String export(Filter filter) {
            return String.valueOf(filter.q());
        }
    }

    private final HiddenFields hidden = new HiddenFields();

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void a_list_is_neither_searched_nor_sorted_by_what_is_hidden_from_the_caller() {
        signIn(PHONE + "=HIDDEN");

        refused("list", "sort", "phone,desc");
        refused("list", "phone", "13812345678");
        refused("export", "phone", "13812345678");
        assertThat(asked("list", "sort", "name")).isTrue();
        assertThat(asked("list", "phone", " ")).isTrue();
        assertThat(asked("export", "q", "13812345678")).isTrue();
    }

    /** Else the rest of it is found out by asking for whole numbers, or by who comes before whom. */
    @Test
    void nor_by_what_is_covered_whether_roles_or_permissions_cover_it() {
        signIn(PHONE + "=MASKED");
        refused("list", "sort", "phone", CommonProblem.FIELD_MASKED);
        signIn();
        refused("export", "phone", "13812345678", CommonProblem.FIELD_MASKED);
        assertThat(asked("export", "q", "13812345678")).isTrue();
    }

    @Test
    void who_sees_it_plainly_or_may_change_it_may() {
        signIn(PHONE + "=PLAIN");
        assertThat(asked("list", "sort", "phone")).isTrue();
        signIn(PHONE + "=EDITABLE");
        assertThat(asked("export", "phone", "13812345678")).isTrue();
    }

    private void refused(String method, String parameter, String value) {
        refused(method, parameter, value, CommonProblem.FIELD_HIDDEN);
    }

    private void refused(String method, String parameter, String value, CommonProblem expected) {
        assertThatThrownBy(() -> asked(method, parameter, value))
                .as(method + " by " + parameter)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(expected));
    }

    private boolean asked(String method, String parameter, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/sample/rows");
        request.setQueryString(parameter + "=x");
        request.setParameter(parameter, value);
        return hidden.preHandle(request, new MockHttpServletResponse(), handler(method));
    }

    private static HandlerMethod handler(String name) {
        for (var method : Lists.class.getDeclaredMethods()) {
            if (method.getName().equals(name)) {
                return new HandlerMethod(new Lists(), method);
            }
        }
        throw new AssertionError(name);
    }

    private static void signIn(String... fields) {
        Jwt token = Jwt.withTokenValue("x")
                .header("alg", "none")
                .subject(UUID.randomUUID().toString())
                .claim("user_type", "OPERATOR")
                .claim("fields", List.of(fields))
                .build();
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(token, null));
    }
}
