package cn.zhengqi.web.security;

import java.io.IOException;

/** One request from the moment it is let in until it leaves. */
final class Visit {

    private final Places places;
    private boolean inside = true;

    Visit(Places places) {
        this.places = places;
    }

    /** What waits for the caller. */
    @FunctionalInterface
    interface Waiting<T, E extends Exception> {
        T done() throws IOException, E;
    }

    /** Leaves the place to others for as long as the caller is waited for. */
    <T, E extends Exception> T outside(Waiting<T, E> waiting) throws IOException, E {
        // A stream that is open has left already.
        if (!inside || !places.stepOut()) {
            return waiting.done();
        }
        inside = false;
        try {
            return waiting.done();
        } finally {
            places.comeBack();
            inside = true;
        }
    }

    void end() {
        if (inside) {
            inside = false;
            places.leave();
        }
    }
}
