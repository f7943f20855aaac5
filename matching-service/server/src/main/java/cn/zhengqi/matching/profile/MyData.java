package cn.zhengqi.matching.profile;

import java.time.LocalDate;
import java.util.List;

/** What matching-service keeps of a person, for them to take out. */
public record MyData(List<Filled> facts) {

    /**
     * A fact of an enterprise that the person filled in, and that counts still.
     *
     * @param value in the fact's unit
     */
    public record Filled(String enterpriseName, String fact, Object value, LocalDate asOf) {}
}
