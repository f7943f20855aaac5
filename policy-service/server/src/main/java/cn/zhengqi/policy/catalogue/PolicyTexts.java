package cn.zhengqi.policy.catalogue;

import java.util.Optional;
import org.springframework.stereotype.Component;

/** The wording of the documents: kept with each edition, and searched in the newest. */
@Component
class PolicyTexts {

    private final PolicyTextMapper texts;

    PolicyTexts(PolicyTextMapper texts) {
        this.texts = texts;
    }

    Optional<String> of(PolicyEdition edition) {
        return texts.text(edition.id());
    }

    void keep(PolicyEdition edition, String text) {
        texts.insert(edition.id(), text, SearchText.normalise(text));
    }

    /** It can still be read, and is not searched any more. */
    void replaced(PolicyEdition edition) {
        texts.searchNoMore(edition.id());
    }
}
