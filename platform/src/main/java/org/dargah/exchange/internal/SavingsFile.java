package org.dargah.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dargah.exchange.Savings.Formula;
import org.dargah.exchange.Savings.Price;
import org.dargah.exchange.Savings.Replaced;
import org.dargah.exchange.Savings.Saved;
import org.dargah.kernel.Rial;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code registries/savings.yaml}: what an answer of each registry replaces, and what that costs.
 */
@Component
public final class SavingsFile {

    private record Basis(String fa, String en) {}

    private record Cost(long rial, Basis basis) {

        Price price() {
            return new Price(new Rial(rial), basis.fa(), basis.en());
        }
    }

    private record Stated(
            boolean sample,
            Cost paper,
            Cost trip,
            List<String> except,
            Map<String, Replaced> replaces) {}

    private record File(Stated savings) {}

    private final @Nullable Stated stated;

    SavingsFile(@Value("${dargah.registries}") String folder, Declarations declarations) {
        Path file = Path.of(folder, "savings.yaml");
        try {
            this.stated = Files.exists(file) ? read(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (stated != null) {
            stated.replaces().keySet().stream()
                    .filter(code -> declarations.find(code).isEmpty())
                    .findFirst()
                    .ifPresent(
                            code -> {
                                throw new IllegalStateException(
                                        file + " speaks of " + code + ", which is not declared");
                            });
        }
    }

    private static Stated read(Path file) throws IOException {
        return YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build()
                .readValue(Files.readString(file), File.class)
                .savings();
    }

    public Optional<Formula> formula() {
        return Optional.ofNullable(stated)
                .map(
                        it ->
                                new Formula(
                                        it.sample(),
                                        it.paper().price(),
                                        it.trip().price(),
                                        it.replaces()));
    }

    /** Purposes for which nobody would have been asked for a paper. */
    public List<String> except() {
        return stated == null ? List.of() : stated.except();
    }

    public Saved saved(String registry, long times) {
        Replaced replaced = stated == null ? null : stated.replaces().get(registry);
        if (stated == null || replaced == null) {
            return Saved.NOTHING;
        }
        long papers = times * replaced.papers();
        long trips = times * replaced.trips();
        return new Saved(
                papers,
                trips,
                new Rial(
                        Math.addExact(
                                Math.multiplyExact(papers, stated.paper().rial()),
                                Math.multiplyExact(trips, stated.trip().rial()))));
    }
}
