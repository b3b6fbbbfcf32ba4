package org.dargah.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** The tree that is read from tiles is the one that RFC 6962 defines. */
class GrowingATreeTest {

    private static final int MOST = 70_000;

    private static final List<Hash> LEAVES = Forest.leaves(MOST);

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void aTreeWithoutLeavesHasTheHashOfNothing() {
        assertThat(new Growth().root().bytes())
                .isEqualTo(hex("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }

    /** The eight entries and roots that implementations of RFC 6962 share. */
    @Test
    void theKnownEntriesGiveTheKnownRoots() {
        List<String> entries =
                List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f");
        List<String> roots =
                List.of(
                        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328");
        var growth = new Growth();
        for (int i = 0; i < entries.size(); i++) {
            growth.append(Hash.leaf(hex(entries.get(i))), (tile, hashes) -> {});
            assertThat(growth.root().bytes()).isEqualTo(hex(roots.get(i)));
        }
    }

    /** The example of C2SP tlog-tiles. */
    @Test
    void seventyThousandLeavesMakeTheTilesOfTheExample() {
        assertThat(Tile.tiles(MOST, 0)).isEqualTo(274);
        assertThat(Tile.in(MOST, 0, 272)).isEqualTo(new Tile(0, 272, 256));
        assertThat(Tile.in(MOST, 0, 273)).isEqualTo(new Tile(0, 273, 112));
        assertThat(Tile.tiles(MOST, 1)).isEqualTo(2);
        assertThat(Tile.in(MOST, 1, 1)).isEqualTo(new Tile(1, 1, 17));
        assertThat(Tile.in(MOST, 2, 0)).isEqualTo(new Tile(2, 0, 1));
        assertThat(Tile.tiles(MOST, 3)).isZero();

        Forest forest = Forest.of(LEAVES);
        assertThat(new Tree(forest, MOST).root()).isEqualTo(Naive.root(LEAVES));
        assertThat(forest.growth.root()).isEqualTo(Naive.root(LEAVES));
    }

    @Property(tries = 200)
    void rootsAndProofsAreThoseOfTheDefinition(
            @ForAll @IntRange(min = 1, max = 2_000) int size,
            @ForAll @IntRange(max = 1_999) int one,
            @ForAll @IntRange(max = 1_999) int other) {
        List<Hash> leaves = LEAVES.subList(0, size);
        Tree tree = new Tree(Forest.of(leaves), size);
        Hash root = Naive.root(leaves);
        int index = one % size;
        int older = 1 + other % size;

        assertThat(tree.root()).isEqualTo(root);
        assertThat(tree.inclusion(index)).isEqualTo(Naive.path(index, leaves));
        assertThat(Proof.includes(leaves.get(index), index, size, tree.inclusion(index), root))
                .isTrue();
        assertThat(tree.consistency(older)).isEqualTo(Naive.proof(older, leaves, true));
        Hash olderRoot = Naive.root(leaves.subList(0, older));
        assertThat(Proof.extend(older, olderRoot, size, root, tree.consistency(older))).isTrue();
    }

    @Property(tries = 200)
    void aProofOfSomethingElseIsNone(
            @ForAll @IntRange(min = 2, max = 600) int size,
            @ForAll @IntRange(max = 599) int one,
            @ForAll @IntRange(max = 599) int other) {
        List<Hash> leaves = LEAVES.subList(0, size);
        Tree tree = new Tree(Forest.of(leaves), size);
        int index = one % size;
        int wrong = other % size;
        if (index != wrong) {
            assertThat(
                            Proof.includes(
                                    leaves.get(wrong),
                                    index,
                                    size,
                                    tree.inclusion(index),
                                    tree.root()))
                    .isFalse();
            assertThat(
                            Proof.includes(
                                    leaves.get(index),
                                    wrong,
                                    size,
                                    tree.inclusion(index),
                                    tree.root()))
                    .isFalse();
        }
        int older = 1 + wrong % (size - 1);
        List<Hash> proof = tree.consistency(older);
        assertThat(Proof.extend(older, Hash.nothing(), size, tree.root(), proof)).isFalse();
        assertThat(Proof.extend(older, rootOf(older), size, Hash.nothing(), proof)).isFalse();
    }

    private static Hash rootOf(int size) {
        return Naive.root(LEAVES.subList(0, size));
    }

    @Property(tries = 50)
    void aTreeThatIsResumedGrowsOnAsIfNothingHappened(
            @ForAll @IntRange(max = 1_500) int before, @ForAll @IntRange(max = 600) int after) {
        Forest forest = Forest.of(LEAVES.subList(0, before));
        Growth resumed = Growth.resume(forest, before);
        LEAVES.subList(before, before + after).forEach(leaf -> resumed.append(leaf, forest::put));

        assertThat(resumed.size()).isEqualTo(before + after);
        assertThat(resumed.root()).isEqualTo(rootOf(before + after));
    }

    @Property(tries = 500)
    void anAddressIsWrittenInOneWayOnly(
            @ForAll @IntRange(min = -1, max = 7) int level,
            @ForAll @LongRange(max = 999_999_999_999L) long index,
            @ForAll @IntRange(min = 1, max = 256) int width) {
        Tile tile = new Tile(level, index, width);
        assertThat(Tile.parse(tile.address())).contains(tile);
    }

    @Test
    void addressesLookAsTilesAreServed() {
        assertThat(new Tile(0, 1_234_067, 256).address()).isEqualTo("0/x001/x234/067");
        assertThat(new Tile(-1, 5, 17).address()).isEqualTo("entries/005.p/17");
        for (String wrong :
                List.of(
                        "0/x000/001",
                        "0/1",
                        "00/001",
                        "64/000",
                        "0/000.p/0",
                        "0/000.p/256",
                        "0/")) {
            assertThat(Tile.parse(wrong)).as(wrong).isEmpty();
        }
    }
}
