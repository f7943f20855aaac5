package cn.zhengqi.gateway.openapi;

import cn.zhengqi.kernel.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.greenbytes.http.sfv.InnerList;
import org.greenbytes.http.sfv.Item;
import org.jspecify.annotations.Nullable;

/**
 * A request as RFC 9421 sees it: its derived components and its fields, of which a signature covers some.
 *
 * @param path and {@code query} as they were sent, not decoded
 * @param fields values of a field by its name in lower case
 */
record SignedMessage(
        String method,
        String scheme,
        String authority,
        String path,
        @Nullable String query,
        Function<String, List<String>> fields) {

    /**
     * What is signed (RFC 9421, 2.5).
     *
     * @throws ProblemException SIGNATURE_INVALID for a component that is not there, named twice, or of a kind that is not understood here
     */
    String signatureBase(InnerList covered) {
        List<String> identifiers = covered.get().stream().map(Item::serialize).toList();
        if (identifiers.stream().distinct().count() != identifiers.size()) {
            throw refused("同一组成部分被签名两次");
        }
        String lines = covered.get().stream()
                .map(item -> item.serialize() + ": " + value(item) + "\n")
                .collect(Collectors.joining());
        return lines + "\"@signature-params\": " + covered.serialize();
    }

    private String value(Item<?> item) {
        if (!item.getParams().isEmpty()) {
            throw refused("不支持带参数的组成部分 " + item.serialize());
        }
        String name = String.valueOf(item.get());
        return switch (name) {
            case "@method" -> method;
            case "@target-uri" -> scheme + "://" + authorityValue() + pathValue() + (query == null ? "" : "?" + query);
            case "@authority" -> authorityValue();
            case "@scheme" -> scheme;
            case "@request-target" -> pathValue() + (query == null ? "" : "?" + query);
            case "@path" -> pathValue();
            case "@query" -> "?" + (query == null ? "" : query);
            default -> field(name);
        };
    }

    private String field(String name) {
        if (name.startsWith("@") || !name.equals(name.toLowerCase(Locale.ROOT))) {
            throw refused("不支持的组成部分 " + name);
        }
        List<String> values = fields.apply(name);
        if (values.isEmpty()) {
            throw refused("签名包含请求中没有的 " + name);
        }
        return values.stream().map(String::strip).collect(Collectors.joining(", "));
    }

    /** In lower case and without the port that goes without saying. */
    private String authorityValue() {
        String lower = authority.toLowerCase(Locale.ROOT);
        String usual = scheme.equals("https") ? ":443" : ":80";
        return lower.endsWith(usual) ? lower.substring(0, lower.length() - usual.length()) : lower;
    }

    private String pathValue() {
        return path.isEmpty() ? "/" : path;
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(OpenApiProblem.SIGNATURE_INVALID, detail);
    }
}
