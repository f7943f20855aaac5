package cn.zhengqi.matching.api.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** All facts by name. A fact's position in {@link #facts()} is its slot in the engine. */
public final class FactDictionary {

    private static final AtomicReference<FactDictionary> IN_FORCE = new AtomicReference<>(Standard.DICTIONARY);

    private final List<FactDefinition> facts;
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<Set<String>> bases = new ArrayList<>();

    /**
     * @throws IllegalArgumentException when a name is taken twice, an input or ratio names no fact, or a derived fact
     *     depends on itself
     */
    public FactDictionary(List<FactDefinition> facts) {
        this.facts = List.copyOf(facts);
        for (int slot = 0; slot < this.facts.size(); slot++) {
            FactDefinition fact = this.facts.get(slot);
            register(fact.name(), slot);
            for (String alias : fact.aliases()) {
                register(alias, slot);
            }
        }
        for (FactDefinition fact : this.facts) {
            Set<String> basis = new LinkedHashSet<>();
            collectBasis(fact, basis, new LinkedHashSet<>());
            bases.add(Collections.unmodifiableSet(basis));
            if (fact.ratio() != null) {
                get(fact.ratio().to());
            }
        }
    }

    /** The dictionary that ships with the product. */
    public static FactDictionary standard() {
        return Standard.DICTIONARY;
    }

    /** The dictionary by which this process works now: that which ships until another is put in force. */
    public static FactDictionary inForce() {
        return IN_FORCE.get();
    }

    /** Puts another in force, for whoever asks from now on. */
    public static void enforce(FactDictionary dictionary) {
        IN_FORCE.set(dictionary);
    }

    /** All, also those that nothing new may name: a position is for good. */
    public List<FactDefinition> facts() {
        return facts;
    }

    /** Those that may be named by what is new, in the order of the dictionary. */
    public List<FactDefinition> offered() {
        return facts.stream().filter(fact -> !fact.outOfUse()).toList();
    }

    /** By name or alias. */
    public @Nullable FactDefinition find(String name) {
        Integer slot = slots.get(name);
        return slot == null ? null : facts.get(slot);
    }

    /**
     * By name or alias.
     *
     * @throws IllegalArgumentException when there is no such fact
     */
    public FactDefinition get(String name) {
        return facts.get(slot(name));
    }

    /**
     * The position of a fact, by name or alias.
     *
     * @throws IllegalArgumentException when there is no such fact
     */
    public int slot(String name) {
        Integer slot = slots.get(name);
        if (slot == null) {
            throw new IllegalArgumentException("No fact is called " + name);
        }
        return slot;
    }

    /** The facts that an enterprise can fill in and from which this one is known: itself, or all inputs of a derived one. */
    public Set<String> basis(String name) {
        return bases.get(slot(name));
    }

    private void collectBasis(FactDefinition fact, Set<String> into, Set<String> path) {
        if (!path.add(fact.name())) {
            throw new IllegalArgumentException("Derived facts go round in a circle: " + path);
        }
        if (!fact.derived()) {
            into.add(fact.name());
        }
        fact.inputs().forEach(input -> collectBasis(get(input), into, path));
        path.remove(fact.name());
    }

    private void register(String name, int slot) {
        if (slots.putIfAbsent(name, slot) != null) {
            throw new IllegalArgumentException("Two facts are called " + name);
        }
    }

    private static final class Standard {

        private static final FactDictionary DICTIONARY = load();

        private static FactDictionary load() {
            try (InputStream in = FactDictionary.class.getResourceAsStream("facts.json")) {
                if (in == null) {
                    throw new IllegalStateException("facts.json is missing from the matching API");
                }
                JsonMapper mapper = JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .build();
                return new FactDictionary(mapper.readValue(in, new TypeReference<>() {}));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
