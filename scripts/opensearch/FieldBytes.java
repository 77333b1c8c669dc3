import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * Prints how many bytes each field of Lucene indexes takes: `bytes field`, line by line. A field takes the pages that
 * are touched by reading all of it; what it skips over counts as other, as does what is stored in a compound file.
 */
class FieldBytes {
  private static final String STORED = "(stored)";
  private static final String OTHER = "(other)";

  /** A field of terms of several kinds, which the first character tells apart. */
  private static final String MIXED = "body";

  private static final int PAGE = 64;

  /** Pages of each file that were read since the last count. */
  private final Map<String, BitSet> touched = new HashMap<>();

  private final Map<String, Long> bytes = new TreeMap<>();

  public static void main(String[] folders) throws IOException {
    var all = new FieldBytes();
    for (var folder : folders) all.add(Path.of(folder));
    all.bytes.forEach((field, size) -> System.out.println(size + " " + field));
  }

  private void add(Path folder) throws IOException {
    long rest = 0;
    try (var plain = new NIOFSDirectory(folder);
        var reader = DirectoryReader.open(new Watched(plain))) {
      for (var file : reader.getIndexCommit().getFileNames()) {
        var size = plain.fileLength(file);
        if (file.matches(".*\\.fd[tmx]")) bytes.merge(STORED, size, Long::sum);
        else rest += size;
      }
      for (var leaf : reader.leaves()) {
        for (var field : leaf.reader().getFieldInfos()) {
          rest -= readAll(leaf.reader(), field.name);
        }
      }
    }
    bytes.merge(OTHER, rest, Long::sum);
  }

  /** Counts what was touched since the last call as this field's. */
  private long count(String field) {
    var size = PAGE * touched.values().stream().mapToLong(BitSet::cardinality).sum();
    touched.clear();
    if (size > 0) bytes.merge(field, size, Long::sum);
    return size;
  }

  private long readAll(LeafReader reader, String field) throws IOException {
    // Opening reads the ends of files.
    touched.clear();
    long size = 0;
    var terms = reader.terms(field);
    if (terms != null) {
      PostingsEnum postings = null;
      int kind = -1;
      for (var all = terms.iterator(); all.next() != null; ) {
        var term = all.term();
        if (field.equals(MIXED) && term.bytes[term.offset] != kind) {
          if (kind >= 0) size += count(field + " " + (char) kind);
          kind = term.bytes[term.offset];
        }
        postings = all.postings(postings, PostingsEnum.ALL);
        while (postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          if (terms.hasPositions()) for (int i = postings.freq(); i > 0; i--) postings.nextPosition();
        }
      }
      size += count(kind >= 0 ? field + " " + (char) kind : field);
    }
    var norms = reader.getNormValues(field);
    if (norms != null) while (norms.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) norms.longValue();
    readColumn(reader, field);
    var points = reader.getPointValues(field);
    if (points != null) points.intersect(new EveryPoint());
    return size + count(field);
  }

  private static void readColumn(LeafReader reader, String field) throws IOException {
    switch (reader.getFieldInfos().fieldInfo(field).getDocValuesType()) {
      case NONE -> {}
      case NUMERIC -> {
        var values = reader.getNumericDocValues(field);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) values.longValue();
      }
      case SORTED_NUMERIC -> {
        var values = reader.getSortedNumericDocValues(field);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          for (int i = values.docValueCount(); i > 0; i--) values.nextValue();
        }
      }
      case BINARY -> {
        var values = reader.getBinaryDocValues(field);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) values.binaryValue();
      }
      case SORTED -> {
        var values = reader.getSortedDocValues(field);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) values.ordValue();
        for (var terms = values.termsEnum(); terms.next() != null; ) {}
      }
      case SORTED_SET -> {
        var values = reader.getSortedSetDocValues(field);
        while (values.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
          for (int i = values.docValueCount(); i > 0; i--) values.nextOrd();
        }
        for (var terms = values.termsEnum(); terms.next() != null; ) {}
      }
    }
  }

  /** Descends into every cell of the tree. */
  private static class EveryPoint implements PointValues.IntersectVisitor {
    @Override
    public void visit(int document) {}

    @Override
    public void visit(int document, byte[] value) {}

    @Override
    public PointValues.Relation compare(byte[] least, byte[] most) {
      return PointValues.Relation.CELL_CROSSES_QUERY;
    }
  }

  private class Watched extends FilterDirectory {
    Watched(Directory directory) {
      super(directory);
    }

    @Override
    public IndexInput openInput(String name, IOContext context) throws IOException {
      return new WatchedInput(name, 0, in.openInput(name, context));
    }
  }

  private class WatchedInput extends IndexInput {
    private final String file;
    private final long start;
    private final IndexInput in;

    WatchedInput(String file, long start, IndexInput in) {
      super(file);
      this.file = file;
      this.start = start;
      this.in = in;
    }

    private void touch(long length) {
      long from = start + in.getFilePointer();
      touched
          .computeIfAbsent(file, name -> new BitSet())
          .set((int) (from / PAGE), (int) ((from + length - 1) / PAGE) + 1);
    }

    @Override
    public byte readByte() throws IOException {
      touch(1);
      return in.readByte();
    }

    @Override
    public void readBytes(byte[] target, int offset, int length) throws IOException {
      if (length > 0) touch(length);
      in.readBytes(target, offset, length);
    }

    @Override
    public IndexInput slice(String description, long offset, long length) throws IOException {
      return new WatchedInput(file, start + offset, in.slice(description, offset, length));
    }

    @Override
    public WatchedInput clone() {
      return new WatchedInput(file, start, in.clone());
    }

    @Override
    public long getFilePointer() {
      return in.getFilePointer();
    }

    @Override
    public void seek(long position) throws IOException {
      in.seek(position);
    }

    @Override
    public long length() {
      return in.length();
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }
}
