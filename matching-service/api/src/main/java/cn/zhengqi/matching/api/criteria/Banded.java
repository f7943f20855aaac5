package cn.zhengqi.matching.api.criteria;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another fact chooses which condition applies: the R&amp;D ratio by revenue, the layoff limit by insured headcount. While that
 * fact is unknown the result is decided only where all bands that remain possible agree. Outside all bands it is not met.
 *
 * @param by the fact that chooses
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Banded(@Nullable String label, @Nullable Clause clause, String by, List<Band> bands)
        implements Criterion {

    public Banded {
        bands = Parts.notEmpty(bands, "banded");
    }
}
