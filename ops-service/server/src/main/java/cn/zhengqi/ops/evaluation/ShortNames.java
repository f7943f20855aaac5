package cn.zhengqi.ops.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What people call an enterprise by: its name without where it lies and what it is by the law, or how that begins. It is looked for here rather than by the page, which is not told the name of an
 * enterprise that did not say it itself.
 */
@Component
class ShortNames {

    private static final int SHORTEST = 2;

    /** Where something was taken out nothing grows together. */
    private static final String GAP = "\n";

    private static final Pattern IN_BRACKETS = Pattern.compile("[（(][^）)]*[）)]");

    private static final Pattern FORMS =
            Pattern.compile("(?:股份有限公司|有限责任公司|有限公司|总公司|分公司|公司|集团|合伙企业|合作社|工作室|经营部|商行|厂|店)+$");

    private static final Pattern LEVEL = Pattern.compile("[省市区县]$");

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed();

    private final List<String> places;

    /** @param city in which the platform's district is; names begin with either */
    ShortNames(@Value("${zhengqi.district.city:}") String city, @Value("${zhengqi.district.name:}") String district) {
        this.places = Stream.of(city, district)
                .flatMap(it -> Stream.of(it, LEVEL.matcher(it).replaceFirst("")))
                .filter(it -> it.length() > 1)
                .sorted(LONGEST_FIRST)
                .toList();
    }

    /**
     * The longest first, each as it stands in what is said.
     *
     * @param enterprise its full name, which is no short one where it stands
     * @param covered words that are not read there
     */
    List<String> in(String said, String enterprise, Collection<String> covered) {
        String rest = said.replace(enterprise, GAP);
        for (String word : covered.stream().sorted(LONGEST_FIRST).toList()) {
            rest = rest.replace(word, GAP);
        }
        String stem = stemOf(enterprise);
        List<String> found = new ArrayList<>();
        for (int length = stem.length(); length >= SHORTEST; length--) {
            String name = stem.substring(0, length);
            if (rest.contains(name)) {
                found.add(name);
                rest = rest.replace(name, GAP);
            }
        }
        return found;
    }

    String stemOf(String enterprise) {
        String name = IN_BRACKETS.matcher(enterprise).replaceAll("");
        return FORMS.matcher(withoutPlaces(name)).replaceFirst("");
    }

    private String withoutPlaces(String name) {
        return places.stream()
                .filter(name::startsWith)
                .findFirst()
                .map(it -> withoutPlaces(name.substring(it.length())))
                .orElse(name);
    }
}
