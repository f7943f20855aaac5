package cn.zhengqi.auth.app;

import cn.zhengqi.auth.outside.PublicAddresses;
import cn.zhengqi.kernel.FieldProblem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where an application has people sent back to. A code goes there, so that each address stands for itself: no patterns, and nobody on the way who could read it.
 *
 * @param thisMachine whether an application may run on this machine itself, by http
 */
record AppAddress(boolean thisMachine) {

    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String CHARACTERS = "[A-Za-z0-9._~:/?\\[\\]@!$&'()+,;=%-]+";

    /** What is wrong with them, told for the whole field. */
    List<FieldProblem> problems(String field, List<String> addresses) {
        List<FieldProblem> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (String address : addresses) {
            why(address).ifPresent(why -> found.add(new FieldProblem(field, "ADDRESS", address + " " + why)));
            if (!seen.add(address)) {
                found.add(new FieldProblem(field, "DUPLICATE", address + " 重复"));
            }
        }
        return found;
    }

    /** What is wrong with one that the platform itself calls: besides, it has to lie in the open net. */
    List<FieldProblem> called(String field, String address) {
        List<FieldProblem> found = problems(field, List.of(address));
        if (!found.isEmpty()) {
            return found;
        }
        String host = URI.create(address).getHost();
        boolean here = thisMachine && PublicAddresses.namesThisMachine(host);
        return here || !PublicAddresses.isPlainlyNotPublic(host)
                ? found
                : List.of(new FieldProblem(field, "ADDRESS_NOT_PUBLIC", address + " 应在公网上可以访问，不能是内网、本机或保留地址"));
    }

    private Optional<String> why(String text) {
        if (text.contains("*")) {
            return Optional.of("不能含通配符");
        }
        if (text.contains("#")) {
            return Optional.of("不能含 # 片段");
        }
        if (!text.matches(CHARACTERS)) {
            return Optional.of("不是完整的网址");
        }
        try {
            URI address = new URI(text);
            String host = address.getHost();
            if (address.isOpaque() || host == null || address.getRawUserInfo() != null) {
                return Optional.of("不是完整的网址");
            }
            if (!address.normalize().equals(address)) {
                return Optional.of("不能含 . 或 .. 路径");
            }
            boolean here = thisMachine && "http".equals(address.getScheme()) && THIS_MACHINE.contains(host);
            return "https".equals(address.getScheme()) || here ? Optional.empty() : Optional.of("应以 https:// 开头");
        } catch (URISyntaxException notAnAddress) {
            return Optional.of("不是完整的网址");
        }
    }
}
