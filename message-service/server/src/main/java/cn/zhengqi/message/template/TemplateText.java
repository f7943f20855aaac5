package cn.zhengqi.message.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words with places for values, <code>${企业名称}</code>, and parts that are left out when a value in them is absent, <code>[[，并于 ${答复日期}前答复]]</code>. Nothing
 * else: no conditions, no expressions. A value is put in as it is and never read as a template.
 */
record TemplateText(List<Part> parts) {

    private static final Pattern MARK = Pattern.compile("\\$\\{([^{}$\\[\\]]*)}|\\[\\[|]]");

    sealed interface Part {}

    record Literal(String text) implements Part {}

    record Place(String name) implements Part {}

    record Aside(List<Part> parts) implements Part {}

    /** Its message is Chinese, for who wrote the template. */
    static final class Malformed extends Exception {

        private static final long serialVersionUID = 1L;

        Malformed(String message) {
            super(message);
        }
    }

    static TemplateText parse(String text) throws Malformed {
        List<Part> all = new ArrayList<>();
        List<Part> aside = new ArrayList<>();
        boolean inAside = false;
        int at = 0;
        Matcher mark = MARK.matcher(text);
        while (mark.find()) {
            literal(text.substring(at, mark.start()), inAside ? aside : all);
            at = mark.end();
            switch (mark.group()) {
                case "[[" -> {
                    if (inAside) {
                        throw new Malformed("“[[ ]]”里不能再有“[[”");
                    }
                    inAside = true;
                }
                case "]]" -> {
                    if (!inAside) {
                        throw new Malformed("“]]”前面缺少“[[”");
                    }
                    all.add(new Aside(List.copyOf(aside)));
                    aside.clear();
                    inAside = false;
                }
                default -> {
                    String name = mark.group(1).strip();
                    if (name.isEmpty()) {
                        throw new Malformed("“${}”里缺少变量名");
                    }
                    (inAside ? aside : all).add(new Place(name));
                }
            }
        }
        if (inAside) {
            throw new Malformed("“[[”后面缺少“]]”");
        }
        literal(text.substring(at), all);
        return new TemplateText(List.copyOf(all));
    }

    private static void literal(String text, List<Part> into) throws Malformed {
        if (text.contains("${")) {
            throw new Malformed("“${”后面缺少“}”，变量应写成“${变量名}”");
        }
        if (!text.isEmpty()) {
            into.add(new Literal(text));
        }
    }

    Stream<String> names() {
        return Stream.concat(namesOutside(), asides().flatMap(TemplateText::namesOf));
    }

    /** Of those that stand in no part that can be left out. */
    Stream<String> namesOutside() {
        return namesOf(parts);
    }

    Stream<List<Part>> asides() {
        return parts.stream().filter(Aside.class::isInstance).map(it -> ((Aside) it).parts());
    }

    static Stream<String> namesOf(List<Part> parts) {
        return parts.stream().filter(Place.class::isInstance).map(it -> ((Place) it).name());
    }

    /** @param values of all names that stand outside of the parts that can be left out */
    String with(Map<String, String> values) {
        return with(parts, values);
    }

    private static String with(List<Part> parts, Map<String, String> values) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Literal literal -> literal.text();
                    case Place place -> values.getOrDefault(place.name(), "");
                    case Aside aside ->
                        namesOf(aside.parts()).allMatch(values::containsKey) ? with(aside.parts(), values) : "";
                })
                .collect(Collectors.joining());
    }
}
