package cn.zhengqi.finance.application;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.user.api.InternalDictionary;
import cn.zhengqi.user.api.InternalDictionary.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What money may be borrowed for: one of the words that operators keep in the dictionary, and what the applicant adds. The list is asked for once a minute; while
 * user-service does not answer, the last one counts, and without any no application can be taken.
 */
@Component
public class LoanPurposes {

    private static final Logger LOG = LoggerFactory.getLogger(LoanPurposes.class);

    private static final Duration KEPT = Duration.ofMinutes(1);

    /** Stands between a purpose and what was added to it. */
    public static final String BETWEEN = "；";

    private final InternalDictionary dictionary;
    private final Clock clock;
    private volatile @Nullable Known known;

    LoanPurposes(InternalDictionary dictionary, Clock clock) {
        this.dictionary = dictionary;
        this.clock = clock;
    }

    private record Known(List<Word> words, Instant at) {}

    /**
     * As the bank reads it. A purpose that is not in the list that is kept is looked for in today's: it may have been added a moment ago.
     *
     * @throws ProblemException VALIDATION_FAILED for one that is in no list, and for "其他" without words; SERVICE_UNAVAILABLE where no list is known
     */
    public String inWords(String purpose, @Nullable String note) {
        String chosen = purpose.strip();
        String added = note == null ? "" : note.strip();
        Word word = find(chosen, words());
        if (word == null) {
            word = find(chosen, fresh());
        }
        if (word == null) {
            throw ProblemException.validation("purpose", "UNKNOWN", "请选择列出的贷款用途");
        }
        if (!word.code().equals(InternalDictionary.OTHER_PURPOSE)) {
            return added.isEmpty() ? chosen : chosen + BETWEEN + added;
        }
        if (added.isEmpty()) {
            throw ProblemException.validation("purposeNote", "REQUIRED", "请说明贷款用途");
        }
        return added;
    }

    private static @Nullable Word find(String name, List<Word> words) {
        return words.stream()
                .filter(word -> word.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private List<Word> words() {
        Known now = known;
        return now != null && now.at().plus(KEPT).isAfter(clock.instant()) ? now.words() : fresh();
    }

    private List<Word> fresh() {
        Known before = known;
        try {
            Known now = new Known(List.copyOf(dictionary.words(InternalDictionary.LOAN_PURPOSE)), clock.instant());
            known = now;
            return now.words();
        } catch (ProblemException silent) {
            if (before == null) {
                throw silent;
            }
            LOG.warn("The purposes of loans are those of {}: {}", before.at(), silent.toString());
            return before.words();
        }
    }
}
