package cn.zhengqi.auth.account;

import cn.zhengqi.auth.AuthProblem;
import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken: 8 characters to 72 bytes (24 Chinese characters); of three of the four kinds (small, capital, digit, other), or 14 and
 * more; none of the commonest, also not with a tail of digits and signs; nothing that holds the phone number or name.
 */
@Component
public class PasswordPolicy {

    static final int MIN = 8;
    static final int LONG = 14;

    /** BCrypt looks at no more than 72 bytes. */
    static final int MAX_BYTES = 72;

    private final Set<String> commonest = read("passwords/commonest.txt");

    /** @throws ProblemException PASSWORD_WEAK on {@code field} */
    public void check(String field, String password, String phone, @Nullable String username) {
        String reason = reasonAgainst(password, phone, username);
        if (reason != null) {
            throw weak(field, reason);
        }
    }

    static ProblemException weak(String field, String reason) {
        return new ProblemException(
                AuthProblem.PASSWORD_WEAK, reason, List.of(new FieldProblem(field, "PASSWORD_WEAK", reason)), Map.of());
    }

    private @Nullable String reasonAgainst(String password, String phone, @Nullable String username) {
        if (password.length() < MIN) {
            return "密码至少 8 位";
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            return "密码过长，请不超过 72 个字节";
        }
        if (password.length() < LONG && kinds(password) < 3) {
            return "密码须包含大写字母、小写字母、数字、符号中的至少三种，或不少于 14 位";
        }
        String plain = password.toLowerCase(Locale.ROOT);
        if (plain.contains(phone) || (username != null && plain.contains(username))) {
            return "密码不能包含手机号或用户名";
        }
        String withoutSigns = plain.replaceAll("[^a-z0-9]*$", "");
        if (Stream.of(plain, withoutSigns, word(plain)).anyMatch(commonest::contains)
                || plain.chars().distinct().count() < 4) {
            return "该密码过于常见，容易被猜到";
        }
        return null;
    }

    private static int kinds(String password) {
        boolean small = password.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        boolean capital = password.chars().anyMatch(c -> c >= 'A' && c <= 'Z');
        boolean digit = password.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean other = password.chars()
                .anyMatch(c -> !(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && !(c >= '0' && c <= '9'));
        return (int) Stream.of(small, capital, digit, other).filter(is -> is).count();
    }

    /** {@code P@ssw0rd2024!} → {@code password}: what is left without the tail, and with letters for their look-alikes. */
    private static String word(String plain) {
        String head = plain.replaceAll("[^a-z]*$", "");
        String letters = head.isEmpty() ? plain : head;
        return letters.replace('@', 'a')
                .replace('4', 'a')
                .replace('3', 'e')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('0', 'o')
                .replace('$', 's')
                .replace('5', 's')
                .replace('7', 't');
    }

    private static Set<String> read(String resource) {
        try (var in = Objects.requireNonNull(
                        PasswordPolicy.class.getClassLoader().getResourceAsStream(resource), resource);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
