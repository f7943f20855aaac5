package cn.zhengqi.policy.reading;

import cn.zhengqi.kernel.ProblemException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The wording of files that came with a document. */
@Component
public class DocumentTexts {

    /** No longer than what a draft may be written from. */
    public static final int MOST_CHARACTERS = Proposer.MOST_CHARACTERS;

    private final DocumentReader documents;

    DocumentTexts(DocumentReader documents) {
        this.documents = documents;
    }

    /** Empty for a file that cannot be read, has no text, or has more of it than is kept. */
    public Optional<String> of(byte[] file) {
        try {
            return Optional.of(documents.read(null, file).text());
        } catch (ProblemException unread) {
            return Optional.empty();
        }
    }
}
