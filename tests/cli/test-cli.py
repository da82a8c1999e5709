#!/usr/bin/env python3
"""nida render, query, check, convert, report and key, end to end: test-cli.py NIDA. TAP; figures against independent sums."""
import csv, datetime, gzip, http.server, json, os, re, shutil, struct, subprocess, sys, tempfile, threading
from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

NIDA = sys.argv[1]
DATA = os.environ['NIDA_TEST_DATA']
SAMPLES = os.environ['NIDA_SAMPLES_DIR']
WORK = tempfile.mkdtemp(prefix='nida-cli-')
ENV = {k: v for k, v in os.environ.items() if k not in ('DISPLAY', 'WAYLAND_DISPLAY')}
INCOMING = f'{DATA}/fts/fts_incoming_funding_global.csv'
OUTGOING = f'{DATA}/fts/fts_outgoing_funding_global.csv'
REQUIREMENTS = f'{DATA}/fts/fts_requirements_funding_global.csv'
CLUSTERS = f'{DATA}/fts/fts_requirements_funding_globalcluster_global.csv'
POOLED = f'{DATA}/pooled-funds/cbpf_contributions.csv'
FACTS = f'{DATA}/facts'
ECB = f'{DATA}/rates/eurofxref-hist.csv'
IMF = f'{DATA}/rates/iaticloud_imf_currency_monthlyaverage.json'
DEFLATORS = f'{DATA}/rates/alnap_deflators_2023usd.csv'
FTS_PAGES = [f'{DATA}/fts-api/custom-search-locationid-1-year-2020{page}.json' for page in ('', '-page-2', '-page-3')]
TESTS = []


def test(name, needs=()):
    def add(function):
        TESTS.append((name, needs, function))
        return function
    return add


def nida(*arguments, status=0, env=None, stdin=None, text=True):
    done = subprocess.run([NIDA, *map(str, arguments)], capture_output=True, text=text, env={**ENV, **(env or {})},
                          input=stdin, timeout=120)
    statuses = status if isinstance(status, tuple) else (status,)
    assert done.returncode in statuses, f'status {done.returncode}, not {status}: {arguments}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}'
    return done


def figure(*arguments, status=0):
    return nida('query', *arguments, status=status).stdout.strip()


def rows(*arguments, status=0):
    lines = list(csv.reader(nida('query', *arguments, '--format', 'csv', status=status).stdout.splitlines()))
    return lines[0], lines[1:]


def write(name, content):
    path = os.path.join(WORK, name)
    with open(path, 'wb') as file:
        file.write(content if isinstance(content, bytes) else content.encode())
    return path


def flows(path):
    with open(path, newline='', encoding='utf-8-sig') as file:
        return list(csv.DictReader(file))


def distinct_flows():
    best = {}
    for row in flows(INCOMING) + flows(OUTGOING):
        if row['id'] not in best or (row['updatedAt'], str(row)) > (best[row['id']]['updatedAt'], str(best[row['id']])):
            best[row['id']] = row
    return best.values()


@test('/query/fts/received/distinct', [INCOMING, OUTGOING])
def _():
    assert figure(INCOMING, OUTGOING, '--measure', 'received') == '9239242859'
    assert figure(OUTGOING, INCOMING, '--measure', 'received') == '9239242859'


@test('/query/fts/received/boundary', [INCOMING, OUTGOING])
def _():
    assert figure(INCOMING, OUTGOING, '--measure', 'received', '--count', 'boundary') == '7005816766'
    assert figure(OUTGOING, INCOMING, '--measure', 'received', '--count', 'boundary') == '7005816766'


@test('/query/fts/pledged', [INCOMING, OUTGOING])
def _():
    assert figure(INCOMING, OUTGOING, '--measure', 'pledged') == '2777232810'


@test('/query/fts/by-donor/equals-an-independent-sum', [INCOMING, OUTGOING])
def _():
    expected = defaultdict(int)
    for row in distinct_flows():
        if row['status'] != 'pledge':
            expected[row['srcOrganization']] += int(row['amountUSD'])
    header, lines = rows(INCOMING, OUTGOING, '--by', 'donor')
    assert header == ['donor', 'received']
    assert {name: int(value) for name, value in lines} == {k: v for k, v in expected.items() if v}
    assert [line[0] for line in lines] == sorted(line[0] for line in lines)


@test('/query/fts/by-month/equals-an-independent-sum', [INCOMING, OUTGOING])
def _():
    expected = defaultdict(int)
    for row in distinct_flows():
        if row['status'] != 'pledge':
            expected[row['date'][:7]] += int(row['amountUSD'])
    _, lines = rows(INCOMING, OUTGOING, '--by', 'month')
    assert {name: int(value) for name, value in lines} == {k: v for k, v in expected.items() if v}


@test('/query/fts/by-category/adds-up-to-the-total', [INCOMING, OUTGOING])
def _():
    _, lines = rows(INCOMING, OUTGOING, '--by', 'category')
    assert sum(int(value) for _, value in lines) == 9239242859
    assert any(name == 'Food Security' for name, _ in lines)
    assert any(name.startswith('Multiple (') for name, _ in lines)


# Regions of the United Nations' M49, written down from its list.
REGIONS = {
    'Northern Africa': 'DZA EGY ESH LBY MAR SDN TUN',
    'Western Asia': 'ARE ARM AZE BHR CYP GEO IRQ ISR JOR KWT LBN OMN PSE QAT SAU SYR TUR YEM',
    'Southern Asia': 'AFG BGD BTN IND IRN LKA MDV NPL PAK',
    'Central America': 'BLZ CRI GTM HND MEX NIC PAN SLV',
    'Eastern Europe': 'BGR BLR CZE HUN MDA POL ROU RUS SVK UKR',
}


@test('/query/fts/by-region/equals-an-independent-sum', [INCOMING, OUTGOING])
def _():
    expected = defaultdict(int)
    for row in distinct_flows():
        places = set(re.split(r'[,;] *', row['destLocations']))
        for region, countries in REGIONS.items():
            if row['status'] != 'pledge' and places <= set(countries.split()):
                expected[region] += int(row['amountUSD'])
    header, lines = rows(INCOMING, OUTGOING, '--by', 'region')
    found = {name: int(value) for name, value in lines}
    assert header == ['region', 'received'] and sum(found.values()) == 9239242859
    assert {region: found[region] for region in REGIONS} == expected
    # a region has what its countries have, and what names several of them together
    for region, countries in REGIONS.items():
        _, of_region = rows(INCOMING, OUTGOING, '--where', f'region={region}', '--by', 'region')
        assert dict(of_region)[region] == str(found[region])
        _, by_country = rows(INCOMING, OUTGOING, '--by', 'region,country', '--where', f'region={region}')
        assert sum(int(value) for name, _, value in by_country if name == region) == found[region]


@test('/query/fts/by-region/requirements-add-up', [REQUIREMENTS])
def _():
    for measure in ('requirement', 'reported'):
        regions, countries = (rows(REQUIREMENTS, '--where', 'date=2024', '--measure', measure, '--by', by)[1] for by in ('region', 'country'))
        assert sum(int(line[1]) for line in regions) == sum(int(line[1]) for line in countries), measure
    asked = defaultdict(int)
    for row in flows(REQUIREMENTS):
        if row['year'] == '2024' and row['requirements']:
            asked[row['countryCode']] += int(row['requirements'])
    found = dict(rows(REQUIREMENTS, '--where', 'date=2024', '--measure', 'requirement', '--by', 'region')[1])
    for region, countries in REGIONS.items():
        assert int(found[region]) == sum(asked[country] for country in countries.split()), region


@test('/query/table-of-somebody/a-column-called-region-is-no-field')
def _():
    table = write('region.csv', 'donor,region,country,amount,currency,kind,date\nA,Mars,SYR,5,USD,paid,2024\nB,,Global,7,USD,paid,2024\n')
    assert rows(table, '--by', 'region')[1] == [['', '7'], ['Western Asia', '5']]
    assert figure(table, '--where', 'region=') == '7'
    nida('query', table, '--map', 'region=region', status=1)


@test('/query/fts/kuwait', [INCOMING, OUTGOING])
def _():
    kuwait = [INCOMING, OUTGOING, '--where', 'donor=Kuwait, Government of']
    assert figure(*kuwait, '--measure', 'received') == '17064284'
    assert figure(*kuwait, '--measure', 'count') == '20'
    assert figure(*kuwait, '--where', 'recipient=International Organization for Migration', '--measure', 'received') == '500000'
    assert figure(INCOMING, OUTGOING, '--where', 'donor=KUWAIT, government OF') == '17064284'


@test('/query/unknown-value/offers-the-nearest-names', [INCOMING, OUTGOING])
def _():
    done = nida('query', INCOMING, OUTGOING, '--where', 'donor=Kuwayt', status=2)
    assert 'Kuwait, Government of' in done.stderr and done.stdout == ''


@test('/query/pooled/kuwait-by-year', [POOLED])
def _():
    expected = [['2018', '5100000'], ['2019', '2000000'], ['2022', '1000000'], ['2023', '1000000'], ['2024', '1750000'], ['2025', '4500000']]
    question = ['--where', 'donor=Kuwait', '--by', 'year', '--measure', 'paid']
    assert rows(POOLED, *question) == (['year', 'paid'], expected)
    assert rows(POOLED, POOLED, *question) == (['year', 'paid'], expected)
    table = nida('query', POOLED, *question).stdout.splitlines()
    assert [line.split() for line in table] == expected


@test('/query/pooled/by-donor/equals-an-independent-sum', [POOLED])
def _():
    for measure, column in (('paid', 'Paid'), ('pledged', 'Pledged')):
        expected = defaultdict(Decimal)
        for row in flows(POOLED):
            expected[row['Donor']] += Decimal(row[column] or 0)
        _, lines = rows(POOLED, '--by', 'donor', '--measure', measure, status=(0, 3))
        assert {name: Decimal(value) for name, value in lines} == {k: v for k, v in expected.items() if v}, measure


@test('/query/requirements/2024', [REQUIREMENTS, CLUSTERS])
def _():
    for files in ([REQUIREMENTS], [REQUIREMENTS, CLUSTERS], [CLUSTERS, REQUIREMENTS]):
        year = [*files, '--where', 'year=2024']
        assert figure(*year, '--measure', 'requirement') == '49122744910', files
        assert figure(*year, '--measure', 'reported') == '31658912572', files
        assert figure(*year, '--measure', 'coverage') == '0.505566', files
        assert figure(*year, '--measure', 'gap') == '24287969907', files
        assert '6,824,137,569' in nida('query', *year, '--measure', 'coverage').stderr, files


@test('/query/requirements/by-year/equals-an-independent-sum', [REQUIREMENTS])
def _():
    expected = defaultdict(int)
    for row in flows(REQUIREMENTS):
        expected[row['year']] += int(row['requirements'] or 0)
    _, lines = rows(REQUIREMENTS, '--by', 'year', '--measure', 'requirement')
    assert {name: int(value) for name, value in lines} == {k: v for k, v in expected.items() if v}


@test('/query/json', [INCOMING, OUTGOING])
def _():
    answer = json.loads(nida('query', INCOMING, OUTGOING, '--by', 'kind', '--format', 'json', '--count', 'boundary').stdout)
    assert answer['by'] == ['kind'] and answer['measure'] == 'received'
    assert answer['rule']['name'] == 'boundary'
    assert sum(int(row['received']) for row in answer['rows']) == 7005816766
    assert isinstance(answer['left_out'], list)


@test('/query/top/ends-with-other', [INCOMING, OUTGOING])
def _():
    _, lines = rows(INCOMING, OUTGOING, '--by', 'donor', '--top', '5')
    assert len(lines) == 6 and lines[5][0].startswith('Other (')
    assert sum(int(value) for _, value in lines) == 9239242859
    values = [int(value) for _, value in lines[:5]]
    assert values == sorted(values, reverse=True)


@test('/query/dates/both-days-included', [INCOMING, OUTGOING])
def _():
    expected = sum(int(row['amountUSD']) for row in distinct_flows()
                   if row['status'] != 'pledge' and '2026-02-01' <= row['date'] <= '2026-03-31')
    assert figure(INCOMING, OUTGOING, '--from', '2026-02-01', '--to', '2026-03-31') == str(expected)
    assert figure(INCOMING, OUTGOING, '--from', '2026-02', '--to', '2026-03') == str(expected)


@test('/query/fiscal-year/kuwait-begins-in-april', [INCOMING, OUTGOING])
def _():
    expected = defaultdict(int)
    for row in distinct_flows():
        if row['status'] != 'pledge':
            year, month = int(row['date'][:4]), int(row['date'][5:7])
            first = year if month >= 4 else year - 1
            expected[f'{first}/{(first + 1) % 100:02}'] += int(row['amountUSD'])
    _, lines = rows(INCOMING, OUTGOING, '--by', 'fiscal-year', '--fiscal-year-start', '4')
    assert {name: int(value) for name, value in lines} == {k: v for k, v in expected.items() if v}


@test('/query/gzip-and-standard-input/the-same', [POOLED])
def _():
    plain = figure(POOLED, '--measure', 'paid', status=(0, 3))
    packed = write('pooled.csv.gz', gzip.compress(open(POOLED, 'rb').read()))
    assert figure(packed, '--measure', 'paid', status=(0, 3)) == plain
    done = nida('query', '-', '--measure', 'paid', stdin=open(POOLED, encoding='utf-8-sig').read(), status=(0, 3))
    assert done.stdout.strip() == plain


@test('/query/span/stays-whole')
def _():
    _, lines = rows(f'{SAMPLES}/kuwait-to-iom.csv', '--by', 'year', '--measure', 'reported', status=(0, 3))
    assert ['2009..2023', '70000000'] in lines and ['2021..2024', '14000000'] in lines


@test('/query/spans/two-statements-of-one-time-are-not-added')
def _():
    sample, seed = f'{SAMPLES}/kuwait-to-iom.csv', f'{FACTS}/seed.csv'
    done = nida('query', sample, '--measure', 'reported')
    assert done.stdout == '70000000\n' and '$14,000,000' in done.stderr
    assert '$70,500,000' in nida('query', sample, '--measure', 'gap').stderr
    if os.path.exists(seed):
        assert figure(sample, seed, '--measure', 'reported') == '70000000'


@test('/query/coverage/a-year-is-one-figure', [REQUIREMENTS, INCOMING, OUTGOING])
def _():
    for requirements in (REQUIREMENTS, f'{DATA}/hxl/humanitarian-response-plans.csv'):
        if os.path.exists(requirements):
            question = [requirements, INCOMING, OUTGOING, '--measure', 'coverage']
            by_year = dict(rows(*question, '--by', 'year')[1])
            assert figure(*question, '--where', 'year=2026') == by_year['2026'], requirements
            assert figure(*question, '--where', 'usage_year=2026') == by_year['2026'], requirements


@test('/query/gap/groups-and-what-is-named-are-the-total', [CLUSTERS])
def _():
    question = [CLUSTERS, '--where', 'year=2024', '--measure', 'gap', '--format', 'json']
    total = int(json.loads(nida('query', *question).stdout)['rows'][0]['gap'])
    answer = json.loads(nida('query', *question, '--by', 'category').stdout)
    assert sum(int(row['gap']) for row in answer['rows']) - sum(int(aside['amount']) for aside in answer['beside']) == total


@test('/convert/overlapping-requirements/keep-their-figures', [REQUIREMENTS])
def _():
    plans = f'{DATA}/hxl/humanitarian-response-plans.csv'
    if os.path.exists(plans):
        converted = os.path.join(WORK, 'overlapping.csv')
        nida('convert', plans, REQUIREMENTS, '-o', converted, status=(0, 3))
        assert figure(converted, '--measure', 'requirement') == figure(plans, REQUIREMENTS, '--measure', 'requirement')


@test('/query/absent/is-not-zero')
def _():
    done = nida('query', f'{SAMPLES}/iom-global-appeal-2024.csv')
    assert done.stdout == '' and 'No funding figure is loaded.' in done.stderr
    done = nida('query', f'{SAMPLES}/kuwait-to-iom.csv', '--measure', 'requirement')
    assert done.stdout == '' and 'No requirement is loaded.' in done.stderr
    assert figure(f'{SAMPLES}/kuwait-to-iom.csv', '--where', 'year=1999', status=(0, 3)) == '0'


@test('/samples/iom/computed-beside-stated')
def _():
    sample = f'{SAMPLES}/iom-global-appeal-2024.csv'
    assert figure(sample, '--measure', 'requirement') == '7863000000'
    assert figure(sample, '--measure', 'coverage') == ''
    _, lines = rows(sample, '--by', 'category', '--measure', 'requirement')
    assert sorted(int(value) for _, value in lines) == [163000000, 1600000000, 2700000000, 3400000000]


@test('/samples/every-row-has-its-source')
def _():
    for name in sorted(os.listdir(SAMPLES)):
        for number, row in enumerate(flows(f'{SAMPLES}/{name}'), 2):
            assert row['source'].strip(), f'{name}:{number}'


@test('/samples/equal-the-published-facts', [FACTS])
def _():
    expected = defaultdict(Decimal)
    for row in flows(f'{FACTS}/gcc_humanitarian_by_year.csv'):
        expected[row['donor']] += Decimal(row['usd_million']) * 1000000
    _, lines = rows(f'{SAMPLES}/gulf-donors.csv', '--by', 'donor', '--measure', 'reported')
    assert {name: Decimal(value) for name, value in lines} == dict(expected)
    world = flows(f'{FACTS}/alnap_fig-1.6-appeals.csv')
    _, lines = rows(f'{SAMPLES}/world-appeals.csv', '--by', 'year', '--measure', 'requirement')
    assert {y: int(v) for y, v in lines} == {r['year']: int(r['requirements']) + int(r['requirements GHRP']) for r in world}
    _, lines = rows(f'{SAMPLES}/world-appeals.csv', '--by', 'year', '--measure', 'gap')
    assert {y: int(v) for y, v in lines} == {r['year']: int(r['unmet requirements']) + int(r['unmet requirements GHRP']) for r in world}
    gifts = figure(f'{SAMPLES}/kuwait-to-iom.csv', '--measure', 'received', status=(0, 3))
    itemised = [r for r in flows(f'{FACTS}/kuwait_to_iom_reported.csv') if r['date'] and '..' not in r['date']]
    assert int(gifts) == sum(int(r['amount_usd']) for r in itemised)


@test('/check/names-what-was-merged', [INCOMING, OUTGOING])
def _():
    done = nida('check', INCOMING, OUTGOING, status=(0, 3))
    assert '381226' in done.stdout or '333333' in done.stdout or '357705' in done.stdout
    assert '7,990' in done.stdout and '3,199' in done.stdout


@test('/check/every-real-file-loads', [DATA])
def _():
    count = 0
    for folder in ('fts', 'hxl', 'pooled-funds'):
        for name in sorted(os.listdir(f'{DATA}/{folder}')):
            done = nida('check', f'{DATA}/{folder}/{name}', status=(0, 3))
            assert name in done.stdout, name
            count += 1
    assert count >= 9


@test('/check/a-problem-is-printed-once-with-all-its-rows')
def _():
    path = write('pounds.csv', 'kind,date,amount,currency\n' + ''.join(f'paid,2024,{n},{"GBP" if n % 2 else "EUR"}\n' for n in range(1, 201)))
    done = nida('check', path, status=3)
    assert done.stdout.count('not known in US dollars: GBP') == done.stdout.count('not known in US dollars: EUR') == 1, done.stdout
    assert done.stderr == '' and '(100 rows)' in done.stdout and '    2 4 6 8 10 ' in done.stdout, done
    done = nida('convert', path, '-o', os.path.join(WORK, 'pounds-copy.csv'), status=3)
    assert done.stderr.count('not known in US dollars') == 2, done.stderr


@test('/check/in-arabic')
def _():
    done = nida('check', f'{SAMPLES}/kuwait-to-iom.csv', '--lang', 'ar', status=(0, 3))
    assert any('\u0600' <= c <= '\u06ff' for c in done.stdout)


@test('/convert/round-trips', [INCOMING, OUTGOING])
def _():
    for inputs in ([INCOMING, OUTGOING], [f'{SAMPLES}/kuwait-to-iom.csv']):
        first, second = os.path.join(WORK, 'first.csv'), os.path.join(WORK, 'second.csv')
        nida('convert', *inputs, '-o', first, status=(0, 3))
        nida('convert', first, '-o', second, status=(0, 3))
        assert open(first, 'rb').read() == open(second, 'rb').read()
    assert figure(os.path.join(WORK, 'first.csv'), status=(0, 3)) == figure(f'{SAMPLES}/kuwait-to-iom.csv', status=(0, 3))


@test('/convert/same-figures', [INCOMING, OUTGOING])
def _():
    copy = os.path.join(WORK, 'copy.csv')
    nida('convert', INCOMING, OUTGOING, '-o', copy, status=(0, 3))
    assert figure(copy, status=(0, 3)) == '9239242859'
    assert figure(copy, '--count', 'boundary', status=(0, 3)) == '7005816766'


IATI = f'{DATA}/iati/foodsecurity_activities.xml'
IN_EUR = ('--where', 'currency=EUR', '--currency', 'EUR')
IATI_FIGURES = ((('--measure', 'paid'), '13400539.83'), (('--measure', 'committed'), '48805638'),
                (('--measure', 'paid', '--where', 'flow_type=Disbursement'), '10398513'),
                (('--measure', 'committed', '--where', 'direction=incoming'), '57623858'),
                (('--measure', 'paid', '--where', 'direction=incoming'), '22685653'),
                (('--measure', 'received'), '13400539.83'))


@test('/iati/figures-and-those-of-its-copies', [IATI])
def _():
    book, table = os.path.join(WORK, 'iati.xlsx'), os.path.join(WORK, 'iati-copy.csv')
    nida('convert', IATI, '-o', book, status=(0, 3))
    nida('convert', IATI, '-o', table, status=(0, 3))
    for question, expected in IATI_FIGURES:
        for source in (IATI, book, table):
            assert figure(source, *IN_EUR, *question, status=(0, 3)) == expected, (source, question)
    count = figure(IATI, '--measure', 'count', '--by', 'category', status=(0, 3))
    assert figure(book, '--measure', 'count', '--by', 'category', status=(0, 3)) == count
    assert figure(table, '--measure', 'count', '--by', 'category', status=(0, 3)) == count


# what a code of the OECD says of the regions of M49; those of several regions keep their names
IATI_REGIONS = {'298': 'Africa, regional', '589': 'Middle East, regional', '389': 'Caribbean & Central America, regional', '998': '',
                'CG': 'Middle Africa', 'HT': 'Caribbean', 'NG': 'Western Africa', 'PH': 'South-eastern Asia'}


@test('/iati/regions-have-what-no-country-has', [IATI])
def _():
    import xml.etree.ElementTree as etree
    expected = defaultdict(Decimal)
    for activity in etree.parse(IATI).getroot().iter('iati-activity'):
        places = [(p.get('code'), Decimal(p.get('percentage'))) for kind in ('recipient-country', 'recipient-region') for p in activity.findall(kind)]
        assert sum(share for _, share in places) == 100
        for transaction in activity.findall('transaction'):
            value = transaction.find('value')
            outgoing = transaction.find('transaction-type').get('code') in ('3', '4')
            if outgoing and (value.get('currency') or activity.get('default-currency')) == 'EUR':
                for code, share in places:
                    expected[IATI_REGIONS[code]] += Decimal(value.text) * share / 100
    _, said = rows(IATI, *IN_EUR, '--measure', 'paid', '--by', 'region', status=(0, 3))
    assert {name: Decimal(amount) for name, amount in said} == {name: amount for name, amount in expected.items() if amount}, said
    assert len(said) > 2
    # and back by the name that stands apart
    assert Decimal(figure(IATI, *IN_EUR, '--measure', 'paid', '--where', 'region=Africa, regional', status=(0, 3))) == expected['Africa, regional']


WORKBOOK = f'{DATA}/workbook/gho_2025_data_hdx.xlsx'


@test('/workbook/sheets-are-found-and-chosen', [WORKBOOK])
def _():
    # Python's own reader of zip and XML: the columns of requirements and funding of every sheet that has them
    import xml.etree.ElementTree as etree
    import zipfile
    main = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
    book = zipfile.ZipFile(WORKBOOK)
    relation = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'
    targets = {r.get('Id'): r.get('Target') for r in etree.fromstring(book.read('xl/_rels/workbook.xml.rels'))}
    shared = [''.join(t.text or '' for t in text.iter(main + 't')) for text in etree.fromstring(book.read('xl/sharedStrings.xml'))]
    sheets = list(etree.fromstring(book.read('xl/workbook.xml')).iter(main + 'sheet'))
    assert len(sheets) == 8
    for number, sheet in enumerate(sheets, 1):
        columns = defaultdict(dict)
        for cell in etree.fromstring(book.read('xl/' + targets[sheet.get(relation)])).iter(main + 'c'):
            column, row = re.fullmatch('([A-Z]+)([0-9]+)', cell.get('r')).groups()
            value = cell.find(main + 'v')
            if value is not None:
                columns[column][int(row)] = shared[int(value.text)] if cell.get('t') == 's' else value.text
        sums = {}
        for column in columns.values():
            # numbers of a workbook are binary fractions: 15 digits are meant
            numbers = [Decimal(f'{float(text):.15g}').quantize(Decimal('0.001')) for row, text in column.items() if row > 1]\
                if column.get(1) in ('Requirements (US$)', 'Funding (US$)') else []
            if numbers:
                sums[column[1]] = sum(numbers)
        for title, measure in (('Requirements (US$)', 'requirement'), ('Funding (US$)', 'reported')):
            for chosen in (['--sheet', sheet.get('name')], ['--sheet', number, '--header', 1]):
                if title in sums:
                    assert Decimal(figure(WORKBOOK, *chosen, '--measure', measure, status=(0, 3))) == sums[title], (sheet.get('name'), title)
        if not sums:
            assert nida('query', WORKBOOK, '--sheet', number, status=1).stdout == ''
    assert '2024 by cluster' in nida('query', WORKBOOK, '--sheet', 'none', status=2).stderr
    assert '--header' in nida('query', WORKBOOK, '--header', '-1', status=2).stderr


CRS_ROWS = (
    'Year|DonorCode|DonorName|AgencyName|CrsID|ProjectNumber|RecipientName|FlowName|USD_Commitment|USD_Disbursement|'
    'ProjectTitle|LongDescription|PurposeCode|PurposeName|ChannelName\n'
    '2022|552|Kuwait|Kuwait Fund|2022000123|P-1|Syrian Arab Republic|ODA Grants|1.2345678|0.5|Relief|Long|72040|Food|WFP\n'
    '2022|552|Kuwait|Kuwait Fund|2022000123|P-1|Syrian Arab Republic|ODA Grants|2|0.5|Relief|Long|72040|Food|WFP\n'
    '2022|552|Kuwait|Kuwait Fund|2022000123|P-1|Syrian Arab Republic|ODA Grants||0.25|Relief|Long|72050|Relief|WFP\n')
GROUPS = json.dumps({'status': 'ok', 'data': {
    'requirements': {'totalRevisedReqs': 300, 'objects': [
        {'id': 1, 'name': 'Health', 'objectType': 'Cluster', 'revisedRequirements': 200},
        {'id': 2, 'name': 'Food Security', 'objectType': 'Cluster', 'revisedRequirements': 100}]},
    'report3': {'fundingTotals': {'total': 97, 'objects': [{
        'type': 'Cluster', 'objectsBreakdown': [{'id': '1', 'name': 'Health', 'totalFunding': 80},
                                                {'name': 'Not specified', 'totalFunding': 10}],
        'totalBreakdown': {'sharedFunding': 7}}]}, 'pledgeTotals': {'total': 0, 'objects': []}}}})
PAYMENTS = json.dumps({'grants': [{
    'id': '360G-a-1', 'title': 'Food', 'currency': 'USD', 'amountAwarded': 100.5, 'awardDate': '2015-06-10',
    'fundingOrganization': [{'name': 'A, B'}], 'recipientOrganization': [{'name': 'C'}],
    'disbursementTransaction': [{'transactionDate': '2015-07-01', 'value': 30.25}, {'transactionDate': '2016-01-01', 'value': 9}]}]})
VALUED = ('<iati-activities version="2.03"><iati-activity default-currency="EUR"><iati-identifier>A-1</iati-identifier>'
          '<reporting-org ref="R-1"><narrative>R</narrative></reporting-org><recipient-country code="SY" percentage="33"/>'
          '<recipient-country code="YE" percentage="67"/><transaction><transaction-type code="3"/>'
          '<transaction-date iso-date="2023-01-04"/><value value-date="2023-01-02">100</value></transaction>'
          '</iati-activity></iati-activities>\n')


# Every measure by every field of money that a format fills, so that nothing that a row says is lost on the way.
ROUND_TRIPS = {
    'hdx-flows': (lambda: [INCOMING, OUTGOING], [INCOMING, OUTGOING]),
    'hdx-requirements': (lambda: [REQUIREMENTS], [REQUIREMENTS]),
    'hdx-clusters': (lambda: [CLUSTERS], [CLUSTERS]),
    'hapi': (lambda: [f'{DATA}/hxl/hdx_hapi_funding_global.csv'], [f'{DATA}/hxl/hdx_hapi_funding_global.csv']),
    'plans': (lambda: [f'{DATA}/hxl/humanitarian-response-plans.csv'], [f'{DATA}/hxl/humanitarian-response-plans.csv']),
    'pooled-funds': (lambda: [POOLED], [POOLED]),
    'fts-flows': (lambda: FTS_PAGES, FTS_PAGES),
    'fts-plans': (lambda: [f'{DATA}/fts-api/2-fts-flow-plan-overview-progress-2020.json'],
                  [f'{DATA}/fts-api/2-fts-flow-plan-overview-progress-2020.json']),
    'fts-groups': (lambda: [write('groups.json', GROUPS)], []),
    'iati': (lambda: [IATI], [IATI]),
    'iati-value-date': (lambda: [write('valued.xml', VALUED), ECB], [ECB]),
    '360giving': (lambda: [f'{DATA}/360giving/awefw001p00000zgyHZAAY.json'], [f'{DATA}/360giving/awefw001p00000zgyHZAAY.json']),
    '360giving-payments': (lambda: [write('payments.json', PAYMENTS)], []),
    'crs': (lambda: [write('crs.txt', CRS_ROWS)], []),
    'workbook': (lambda: [WORKBOOK], [WORKBOOK]),
    'json': (lambda: [write('own.json', '[{"date": "2024-02-01", "donor": "A, B", "currency": "KWD", "amount": 1.234, '
                            '"kind": "paid", "country": ["SYR", "TUR"]}]')], []),
    'own-table': (lambda: [write('own.csv', 'Contributor;Paid on;Amount (KWD)\nالكويت;04/02/2024;1.250,5\nQatar;17/02/2024;2,25\n')], []),
    'facts': (lambda: [f'{SAMPLES}/kuwait-to-iom.csv'], []),
}
ROUND_QUESTIONS = (
    ['--measure', 'received', '--by', 'donor,recipient,category'], ['--measure', 'paid', '--by', 'month,country'],
    ['--measure', 'committed', '--by', 'year,appeal'], ['--measure', 'pledged', '--by', 'emergency,flow_type'],
    ['--measure', 'requirement', '--by', 'appeal,category'], ['--measure', 'reported', '--by', 'year,country'],
    ['--measure', 'coverage'], ['--measure', 'gap', '--by', 'category'], ['--measure', 'count', '--by', 'donor_country,donor_type'],
    ['--measure', 'count'], ['--measure', 'received', '--count', 'boundary', '--by', 'boundary,on_boundary'],
    ['--measure', 'received', '--by', 'usage_year,direction', '--currency', 'KWD'])


def answers(inputs):
    found = []
    for question in ROUND_QUESTIONS:
        done = nida('query', *inputs, *question, '--format', 'csv', status=(0, 2, 3))
        found.append((question, done.returncode == 2, done.stdout))
    return found


def add_round_trip(name, make, needs):
    @test(f'/convert/round-trip/{name}', needs)
    def _():
        inputs = make()
        rates = [path for path in inputs if path == ECB]
        expected = answers(inputs)
        assert any('\n' in out.strip() for _, _, out in expected), name
        for kind in ('csv', 'xlsx'):
            path = os.path.join(WORK, f'round-{name}.{kind}')
            nida('convert', *inputs, '-o', path, status=(0, 3))
            for one, other in zip(expected, answers([path, *rates])):
                assert one == other, (kind, one, other)


for trip, (make, needs) in ROUND_TRIPS.items():
    add_round_trip(trip, make, needs)


@test('/convert/filters/keep-their-rows-alone')
def _():
    path = write('filters.csv', 'kind,date,donor,currency,amount\npaid,2023,A,USD,1\npaid,2024,A,USD,2\npaid,2024,B,USD,3\n')
    out = os.path.join(WORK, 'filtered.csv')
    assert '2' in nida('convert', path, '-o', out, '--where', 'donor=A').stderr
    assert figure(out) == '3'
    nida('convert', path, '-o', out, '--from', '2024')
    assert figure(out) == '5'
    assert nida('convert', path, '-o', '-').stderr == ''
    assert 'donor' in nida('convert', path, '-o', out, '--where', 'donor=Z', status=2).stderr


@test('/convert/an-input/is-never-replaced')
def _():
    content = b'date,donor,amount,remark\n2024,A,1,keep me\n'
    path = write('replaced.csv', content)
    link = os.path.join(WORK, 'replaced-link.csv')
    os.path.lexists(link) or os.symlink(path, link)
    for out in (path, link):
        assert '-o' in nida('convert', path, '-o', out, status=2).stderr
        assert open(path, 'rb').read() == content


@test('/query/currency/small-letters-are-the-code')
def _():
    path = write('currency.csv', 'kind,date,donor,currency,amount,amount_usd\npaid,2024,A,EUR,10,11\n')
    assert figure(path, '--currency', 'eur') == figure(path, '--currency', 'EUR') == '10'


KINDS = nida('render', f'{SAMPLES}/kuwait-to-iom.csv', '-o', 'x.png', '--lang', 'en', '--chart', 'none', status=2).stderr.split('one of: ')[1].rstrip('.\n').split(', ')


@test('/render/kinds/are-in-the-help-the-manuals-and-the-completion')
def _():
    data = os.path.join(SAMPLES, '..')
    texts = [nida('--help').stdout] + [open(os.path.join(data, name)).read() for name in ('man/nida.1', 'man/nida.ar.1', 'completions/nida')]
    for kind in KINDS:
        assert all(re.search(rf'\b{kind}\b', text) for text in texts), kind


@test('/render/a-chart-without-marks/says-why')
def _():
    done = nida('render', f'{SAMPLES}/gulf-donors.csv', '--chart', 'events', '--lang', 'en', '-o', f'{WORK}/none.png')
    assert 'no events' in done.stderr, done


@test('/render/order/is-that-of-the-bars')
def _():
    donors = write('order.csv', 'kind,date,donor,currency,amount\npaid,2024,Bb,USD,2\npaid,2024,Aa,USD,1\npaid,2024,Cc,USD,3\n')
    plan = write('order-plan.csv', 'kind,date,appeal,category,currency,amount\nrequirement,2024,P,Bb,USD,5\nrequirement,2024,P,Cc,USD,9\n'
                 'requirement,2024,P,Aa,USD,4\npaid,2024,P,Cc,USD,8\npaid,2024,P,Bb,USD,2\n')

    def picture(*words):
        out = os.path.join(WORK, 'order.png')
        nida('render', '-o', out, *words)
        return open(out, 'rb').read()

    largest, smallest, name = (picture(donors, '--chart', 'ranking', '--order', order) for order in ('largest', 'smallest', 'name'))
    assert largest == picture(donors, '--chart', 'ranking')
    assert smallest == name != largest       # these names are as the amounts are
    pictures = [picture(plan, '--chart', 'coverage', '--by', 'category', '--order', order) for order in ('source', 'largest', 'gap')]
    assert pictures[0] == picture(plan, '--chart', 'coverage', '--by', 'category')
    assert len(set(pictures)) == 3


@test('/render/order/is-refused-where-no-bar-stands-so')
def _():
    out = os.path.join(WORK, 'no-order.png')
    for words in (['ranking', '--order', 'gap'], ['ranking', '--order', 'source'], ['coverage', '--order', 'name'], ['timeline', '--order', 'largest'],
                  ['board', '--order', 'largest'], ['ranking', '--order', 'size']):
        done = nida('render', f'{SAMPLES}/kuwait-to-iom.csv', '--lang', 'en', '-o', out, '--chart', *words, status=2)
        assert 'ranking' in done.stderr or 'largest' in done.stderr, done
        assert not os.path.exists(out), words
    assert '--order' in nida('query', f'{SAMPLES}/kuwait-to-iom.csv', '--lang', 'en', '--order', 'name', status=2).stderr


@test('/render/every-chart-format-language-and-theme')
def _():
    appeal, kuwait = f'{SAMPLES}/iom-global-appeal-2024.csv', f'{SAMPLES}/kuwait-to-iom.csv'
    for chart in ['board', *KINDS]:
        for language in ('en', 'ar'):
            for theme in ('light', 'dark', 'contrast', 'projector', 'print'):
                for ending in ('png', 'svg', 'pdf') if theme == 'light' else ('png',):
                    out = os.path.join(WORK, f'{chart}-{language}-{theme}.{ending}')
                    nida('render', appeal, kuwait, '--chart', chart, '--lang', language, '--theme', theme, '-o', out, status=(0, 3))
                    start = open(out, 'rb').read(8)
                    assert start.startswith({'png': b'\x89PNG', 'svg': b'<?xml', 'pdf': b'%PDF'}[ending]), out


@test('/render/size-and-scale')
def _():
    out = os.path.join(WORK, 'size.png')
    nida('render', f'{SAMPLES}/iom-global-appeal-2024.csv', '--chart', 'coverage', '--size', '640x360', '--scale', '2', '-o', out)
    assert struct.unpack('>II', open(out, 'rb').read()[16:24]) == (1280, 720)


@test('/render/same-bytes-for-the-same-input')
def _():
    path = write('same.csv', open(f'{SAMPLES}/iom-global-appeal-2024.csv', 'rb').read())
    os.utime(path, (1700000000, 1700000000))
    for ending in ('png', 'svg', 'pdf'):
        outs = [os.path.join(WORK, f'same-{i}.{ending}') for i in range(2)]
        for out in outs:
            nida('render', path, '--chart', 'coverage', '-o', out)
        assert open(outs[0], 'rb').read() == open(outs[1], 'rb').read(), ending
        # not the minute of the rendering, but when the file was saved
        assert ending != 'svg' or 'Retrieved 14 Nov 2023, 22:13.' in open(outs[0], encoding='utf-8').read()


@test('/render/svg-describes-itself-in-arabic')
def _():
    out = os.path.join(WORK, 'describe.svg')
    nida('render', f'{SAMPLES}/iom-global-appeal-2024.csv', '--chart', 'coverage', '--lang', 'ar', '-o', out)
    text = open(out, encoding='utf-8').read()
    assert 'xml:lang="ar"' in text
    for element in ('title', 'desc'):
        words = re.search(f'<{element}[^>]*>(.*?)</{element}>', text, re.S).group(1)
        assert any('\u0600' <= c <= '\u06ff' for c in words), element


@test('/render/the-last-day-of-the-data-is-not-before-a-year-that-is-drawn')
def _():
    out = os.path.join(WORK, 'last-day.svg')
    for lines, words in (('paid,2024-04-01,1\npaid,2023,2\n', 'Data to 1 Apr 2024'), ('paid,2024-04-01,1\npaid,2024,2\n', 'Data to 1 Apr 2024'),
                         ('paid,2024-04-01,1\npaid,2026,2\n', 'Data to 2026'), ('paid,2026,2\npaid,2024-04-01,1\npaid,2025-03,2\n', 'Data to 2026')):
        nida('render', write('last-day.csv', 'kind,date,amount\n' + lines), '--chart', 'timeline', '--step', 'year', '-o', out, status=(0, 3))
        assert words + '.' in re.sub('[\u2066-\u2069]', '', re.sub('<[^>]*>', '', open(out, encoding='utf-8').read())), (lines, words)


@test('/render/full-disk/keeps-the-old-file')
def _():
    done = nida('render', f'{SAMPLES}/iom-global-appeal-2024.csv', '--chart', 'coverage', '-o', '/nowhere/appeal.png', status=1)
    assert '/nowhere' in done.stderr


KUWAIT = [INCOMING, OUTGOING, '--donor', 'Kuwait, Government of']


@test('/report/figures/are-those-of-query', [INCOMING, OUTGOING])
def _():
    out = os.path.join(WORK, 'kuwait.svg')
    nida('report', *KUWAIT, '--lang', 'en', '-o', out, status=(0, 3))
    words = re.search('<desc[^>]*>(.*?)</desc>', open(out, encoding='utf-8').read(), re.S).group(1)
    one = [INCOMING, OUTGOING, '--where', 'donor=Kuwait, Government of']
    total, paid = int(figure(*one)), int(figure(*one, '--measure', 'paid'))
    whole = int(figure(INCOMING, OUTGOING))
    _, donors = rows(INCOMING, OUTGOING, '--by', 'donor')
    larger = [name for name, value in donors if name and not name.startswith('Multiple') and int(value) > total]
    assert f'${total:,} in {figure(*one, "--measure", "count")} flows' in words, words
    assert f'Share of all donors: {total / whole:.2%}' in words, words
    assert f'Rank among donors: {len(larger) + 1} of ' in words, words
    assert f'Paid so far: {paid / total:.1%}'.replace('.0%', '%') in words, words


@test('/report/every-language-and-format', [INCOMING])
def _():
    for language in ('en', 'ar'):
        for ending in ('pdf', 'png', 'svg'):
            out = os.path.join(WORK, f'kuwait-{language}.{ending}')
            nida('report', INCOMING, '--donor', 'Kuwait, Government of', '--lang', language, '--mark', 'draft', '--letterhead', 'Desk', '-o', out, status=(0, 3))
            assert open(out, 'rb').read(8).startswith({'png': b'\x89PNG', 'svg': b'<?xml', 'pdf': b'%PDF'}[ending]), out
    text = open(os.path.join(WORK, 'kuwait-ar.svg'), encoding='utf-8').read()
    assert 'xml:lang="ar"' in text and 'مسودة' in text


@test('/report/unknown-donor/offers-the-nearest')
def _():
    out = os.path.join(WORK, 'none.pdf')
    done = nida('report', f'{SAMPLES}/gulf-donors.csv', '--donor', 'Kuwayt', '--lang', 'en', '-o', out, status=2)
    assert 'Kuwait' in done.stderr and not os.path.exists(out)


@test('/report/donor-without-money/says-so')
def _():
    out = os.path.join(WORK, 'none.svg')
    nida('report', f'{SAMPLES}/gulf-donors.csv', '--donor', 'Kuwait', '--year', '1990', '--lang', 'en', '-o', out, status=(0, 3))
    assert 'hold no money from' in open(out, encoding='utf-8').read()


@test('/report/usage')
def _():
    gulf, out = f'{SAMPLES}/gulf-donors.csv', os.path.join(WORK, 'usage.pdf')
    for words in (['-o', out], ['--donor', 'Kuwait'], ['--donor', 'Kuwait', '-o', 'x.docx'], ['--donor', 'Kuwait', '-o', out, '--mark', 'secret'],
                  ['--donor', 'Kuwait', '-o', out, '--year', '20']):
        nida('report', gulf, *words, status=2)
    nida('report', gulf, '--donor', 'Kuwait', '-o', out, '--letterhead', 'no-such.png', status=1)
    nida('query', gulf, '--donor', 'Kuwait', status=2)
    assert not os.path.exists(out)


@test('/usage/errors-name-the-remedy')
def _():
    sample = f'{SAMPLES}/iom-global-appeal-2024.csv'
    for arguments, word in ((['query'], 'input'), (['query', sample, '--by', 'donour'], 'donour'),
                            (['query', sample, '--by', 'donor,donor'], 'twice'), (['query', sample, '--from', '2025', '--to', '2024'], 'after'),
                            (['query', sample, '--top', '0'], '--top'), (['query', sample, '--currency', 'euro'], 'euro'),
                            (['query', sample, '--measure', 'recieved'], 'recieved'), (['query', sample, '--step', 'week'], 'week'),
                            (['query', sample, '--from', '2024-02-31'], '2024-02-31'), (['query', sample, '--lang', 'fr'], 'fr'),
                            (['query', sample, '--where', 'donor'], 'donor'), (['query', sample, '--nonsense'], 'nonsense'),
                            (['render', sample, '--chart', 'pie', '-o', 'x.png'], 'not take “pie”. Choose one of: board, number, coverage'),
                            (['query', sample, '--by', 'donour'], 'Choose one of: kind, '), (['query', sample, '--where', 'donour=x'], ', id, '),
                            (['render', sample, '--chart', 'coverage'], '-o'),
                            (['render', sample, '--chart', 'coverage', '-o', 'x.gif'], 'png'), (['convert', sample], '-o'),
                            (['query', sample, '-o', 'sums.csv'], '-o'), (['check', sample, '--format', 'json'], '--format'),
                            (['query', sample, '--chart', 'ranking'], '--chart'), (['query', sample, '--bom'], '--bom'),
                            (['query', sample, '--size', '10'], '10'), (['query', sample, '--by', 'donor,year,kind,state'], 'three')):
        done = nida(*arguments, status=2)
        assert word in done.stderr and done.stdout == '', (arguments, done.stderr)


BAD = [
    ('empty', 'empty.csv', b'', 1, ''),
    ('white-space', 'white.csv', b' \n\n', 1, ''),
    ('wrong-columns', 'wrong.csv', b'colour,size\nred,3\n', 1, 'colour'),
    ('binary', 'picture.csv', b'\x89PNG\r\n\x1a\n' + bytes(range(256)) * 8, 1, 'PNG'),
    ('quote-open', 'quote.csv', b'kind,date,amount\npaid,2024,"12\n', (1, 3), '2'),
    ('ragged', 'ragged.csv', b'kind,date,amount\npaid,2024\npaid,2024,5\n', 3, '2'),
    ('letters-in-a-number', 'number.csv', 'kind,date,amount\npaid,2024,8ر3\n'.encode(), 3, 'amount'),
    ('foreign-decimals', 'comma.csv', b'kind,date,amount\npaid,2024,"1.234,56"\n', 3, 'amount'),
    ('impossible-date', 'date.csv', b'kind,date,amount\npaid,2023-02-30,5\n', 3, '2023-02-30'),
    ('long-field', 'long.csv', b'kind,date,amount,description\npaid,2024,5,' + b'x' * (1 << 21) + b'\n', (1, 3), '2'),
]


@test('/help/each-option-is-in-the-manuals-and-the-completion')
def _():
    options = set(re.findall(r'--[a-z-]+', nida('--help', env={'LANGUAGE': 'en'}).stdout))
    assert {'--where', '--bom', '--measure'} <= options
    for page in ('man/nida.1', 'man/nida.ar.1', 'completions/nida'):
        with open(f'{os.path.dirname(SAMPLES)}/{page}', encoding='utf-8') as file:
            text = file.read().replace('\\-', '-')
        missing = [option for option in options if not re.search(re.escape(option) + r'\b(?!-)', text)]
        assert not missing, (page, missing)


@test('/check/every-merged-and-refused-line-is-named')
def _():
    same = 'kind,date,id,donor,amount\n' + ''.join(f'paid,2024,x{n},A,5\n' for n in (1, 1, 1, 2, 2, 3))
    out = nida('check', write('same.csv', same)).stdout
    merged = re.findall(r'Counted once[^\n]*\n    ([0-9 -]+)', out)
    assert merged and sum(int(b or a) - int(a) + 1 for a, b in re.findall(r'(\d+)(?:-(\d+))?', merged[0])) == 3, out
    many = 'kind,date,amount\n' + ''.join(f'paid,2024,{"x" if n % 2 else n}\n' for n in range(2, 302))
    out = nida('check', write('many.csv', many), status=3).stdout
    named = {int(n) for n in re.findall(r'many.csv:(\d+): amount', out)}
    rest = re.search(r'\n((?:    [0-9 ]+\n)+)', out + '\n')
    named |= {int(n) for n in rest[1].split()}
    assert named == set(range(3, 302, 2)), sorted(set(range(3, 302, 2)) ^ named)


@test('/window/prefix-of-its-own-and-no-display')
def _():
    prefix = os.path.join(WORK, 'prefix')
    for folder in ('bin', 'share/glib-2.0/schemas'):
        os.makedirs(os.path.join(prefix, folder), exist_ok=True)
    open(f'{prefix}/share/glib-2.0/schemas/gschemas.compiled', 'w').close()
    shutil.copy(NIDA, f'{prefix}/bin/nida')
    with open(f'{prefix}/bin/nida-window', 'w') as file:
        file.write('#!/bin/sh\necho "$XDG_DATA_DIRS"\n')
    os.chmod(f'{prefix}/bin/nida-window', 0o755)
    for dirs in ('', '/somewhere/share'):
        done = subprocess.run([f'{prefix}/bin/nida'], capture_output=True, text=True, env={**ENV, 'XDG_DATA_DIRS': dirs}, timeout=60)
        first, *others = done.stdout.strip().split(':')
        assert first == f'{prefix}/share' and others, done
        assert not dirs or others == [dirs], done
    window = os.path.join(os.path.dirname(NIDA), 'nida-window')
    if os.path.exists(window):
        bare = {key: value for key, value in ENV.items() if not key.endswith('DISPLAY')}
        for language, word in (('en', 'display'), ('ar', 'شاشة')):
            done = subprocess.run([window], capture_output=True, text=True, timeout=60,
                                  env={**bare, 'LANGUAGE': language, 'DBUS_SESSION_BUS_ADDRESS': 'disabled:', 'XDG_RUNTIME_DIR': WORK})
            assert done.returncode == 1 and word in done.stderr and 'nida render' in done.stderr, done
        done = subprocess.run([NIDA, '--bogus'], capture_output=True, text=True, timeout=60,
                              env={**bare, 'DBUS_SESSION_BUS_ADDRESS': 'disabled:', 'XDG_RUNTIME_DIR': WORK})
        assert done.returncode == 2 and '--bogus' in done.stderr, done


@test('/bad/header-only/no-rows')
def _():
    path = write('header.csv', 'kind,date,amount\n')
    assert nida('query', path, '--by', 'donor', '--format', 'csv').stdout == 'donor,received\n'
    nida('check', path)


for _name, _file, _bytes, _status, _word in BAD:
    def _bad(file=_file, content=_bytes, status=_status, word=_word):
        path = write(file, content)
        for command in ('check', 'query'):
            done = nida(command, path, status=status)
            assert file in done.stdout + done.stderr and word in done.stdout + done.stderr, done.stdout + done.stderr
    TESTS.append((f'/bad/{_name}/says-where-and-what-to-do', (), _bad))


@test('/bad/missing-file-and-folder')
def _():
    for path in (os.path.join(WORK, 'absent.csv'), WORK):
        done = nida('query', path, status=1)
        assert os.path.basename(path) in done.stderr and done.stdout == ''


@test('/bad/good-rows-beside-bad-ones-are-kept')
def _():
    path = write('mixed.csv', 'kind,date,amount\npaid,2024,5\npaid,2024,x\npaid,2024,-2\npaid,2024,0\n')
    assert figure(path, status=3) == '3'
    nida('query', path, '--strict', status=1)


@test('/encodings/windows-1256-and-utf-16')
def _():
    text = 'kind,date,donor,amount\n' + 'paid,2024,الكويت,5\npaid,2024,دولة قطر,7\npaid,2024,المملكة العربية السعودية,11\n'
    for encoding in ('utf-8', 'utf-8-sig', 'cp1256', 'utf-16'):
        path = write(f'{encoding}.csv', text.encode(encoding))
        assert figure(path, '--where', 'donor=الكويت') == '5', encoding


@test('/language/lang-overrides-the-environment')
def _():
    arabic = nida('query', f'{SAMPLES}/iom-global-appeal-2024.csv', '--lang', 'ar', '--measure', 'requirement')
    english = nida('query', f'{SAMPLES}/iom-global-appeal-2024.csv', '--lang', 'en', '--measure', 'requirement', env={'LANGUAGE': 'ar'})
    assert arabic.stdout == english.stdout == '7863000000\n'
    assert any('\u0600' <= c <= '\u06ff' for c in arabic.stderr) and not any('\u0600' <= c <= '\u06ff' for c in english.stderr)


@test('/assumed/kind-and-currency-are-said-with-their-rows')
def _():
    path = write('assumed.csv', 'date,donor,amount\n' + '2024,A,1\n' * 12)
    for command in (['query', path], ['convert', path, '-o', '-'],
                    ['render', path, '--chart', 'number', '-o', os.path.join(WORK, 'assumed.png')]):
        said = nida(*command).stderr
        assert 'Read as paid.' in said and 'Read as US dollars.' in said and said.count('(12 rows)') == 2, said


@test('/check/one-row/is-no-plural')
def _():
    said = nida('check', write('one.csv', 'kind,date,donor,currency,amount\npaid,2024,A,USD,1\n')).stdout
    assert '1 row read, 1 kept' in said and '1 row read, 1 fact on the board' in said, said


@test('/map/a-column-of-no-input-is-wrong-usage')
def _():
    path = write('mapped.csv', 'date,donor,amount,Given\n2024,A,1,5\n')
    assert 'nosuch' in nida('query', path, '--map', 'amount=nosuch', status=2).stderr
    assert figure(path, '--map', 'amount=Given') == '5'


@test('/columns/an-amount-that-stands-twice')
def _():
    path = write('doubled.csv', 'date,donor,amount,amount\n2024,A,1,5\n')
    assert '“amount” twice' in nida('query', path, status=1).stderr


@test('/command/a-slip-of-the-pen')
def _():
    said = nida('querry', 'nothing.csv', status=2).stderr
    assert 'Did you mean “query”?' in said, said


@test('/query/by/the-header-is-as-asked')
def _():
    path = write('by.csv', 'kind,date,donor,amount\npaid,2024-02-01,A,1\n')
    assert rows(path, '--by', 'date') == (['date', 'received'], [['2024', '1']])
    assert rows(path, '--by', 'date', '--step', 'month') == (['date', 'received'], [['2024-02', '1']])
    assert rows(path, '--by', 'year') == (['year', 'received'], [['2024', '1']])
    assert json.loads(nida('query', path, '--by', 'date', '--format', 'json').stdout)['by'] == ['date']


@test('/query/table/is-in-the-language-and-csv-is-not')
def _():
    path = write('names.csv', 'kind,date,donor,donor_ar,amount\npaid,2024,Kuwait,الكويت,3\npaid,2024,Qatar,قطر,2\npaid,2024,B,,1\n')
    question = ['query', path, '--by', 'donor', '--lang', 'ar', '--top', '1']
    table = nida(*question).stdout
    assert 'الكويت' in table and 'Kuwait' not in table, table
    plain = nida(*question, '--format', 'csv').stdout
    assert 'Kuwait,3' in plain and 'Other (2),3' in plain, plain


@test('/load/a-file-and-its-compressed-copy-count-once')
def _():
    content = b'kind,date,donor,amount\npaid,2024,A,5\npaid,2024,B,7\n'
    plain, packed = write('twin.csv', content), write('twin.csv.gz', gzip.compress(content))
    assert figure(plain, packed) == figure(packed, plain) == figure(packed, packed) == '12'


@test('/names/one-country-has-many-names')
def _():
    names = ['Palestine', 'State of Palestine', 'فلسطين', 'PSE', 'PS']
    path = write('palestine.csv', 'kind,date,country,amount\n' + ''.join(f'paid,2024,{n},1\n' for n in names))
    assert rows(path, '--by', 'country') == (['country', 'received'], [['Palestinian Territories', '5']])
    for name in names + ['Palestinian Territories', 'oPt']:
        assert figure(path, '--where', f'country={name}') == '5', name


@test('/names/marks-of-direction-and-decomposed-letters-make-no-other-donor')
def _():
    names = ['Kuwait', 'Ku\u202ewait', '\u200fKuwait\u200f', '\u061cKuwait']
    path = write('marks.csv', 'kind,date,donor,amount\n' + ''.join(f'paid,2024,{n},1\n' for n in names))
    assert rows(path, '--by', 'donor') == (['donor', 'received'], [['Kuwait', '4']])
    assert 'U+202E' in nida('check', path).stdout
    path = write('nfc.csv', 'kind,date,donor,amount\npaid,2024,Türkiye,1\npaid,2024,Tu\u0308rkiye,1\n')
    assert rows(path, '--by', 'donor') == (['donor', 'received'], [['Türkiye', '2']])


@test('/pooled/a-member-state-is-its-country', needs=[POOLED])
def _():
    paid = ['--measure', 'paid']
    assert figure(POOLED, '--where', 'donor=Kuwait', *paid) == figure(POOLED, '--where', 'donor=الكويت', *paid) \
        == figure(POOLED, '--where', 'donor_country=KWT', *paid) != ''
    assert figure(POOLED, '--where', 'donor=Republic of Korea', *paid) == figure(POOLED, '--where', 'donor_country=KOR', *paid)


# --- money in another currency: an independent calculation in fractions ---

PEGS = {'AED': Fraction(36725, 10000), 'BHD': Fraction(376, 1000), 'OMR': Fraction(3845, 10000), 'QAR': Fraction(364, 100),
        'SAR': Fraction(375, 100), 'USD': Fraction(1)}


def mean(values):
    return sum(values) / len(values)


class Ecb:
    """Units for a euro; the last rate at or before the day, at most ten days old; a year's mean."""
    def __init__(self):
        self.quotes = defaultdict(dict)
        for line in flows(ECB):
            for code, text in line.items():
                if code not in ('Date', '', None) and text not in ('N/A', '', None):
                    self.quotes[code][date.fromisoformat(line['Date'])] = Fraction(text)
        self.of_year = {code: defaultdict(list) for code in self.quotes}
        for code, quotes in self.quotes.items():
            for day, quote in quotes.items():
                self.of_year[code][day.year].append(quote)

    def units(self, code, day, year):
        if code == 'EUR':
            return Fraction(1)
        if year is not None:
            values = self.of_year.get(code, {}).get(year)
            return mean(values) if values else None
        for back in range(11):
            quote = self.quotes.get(code, {}).get(day - timedelta(back))
            if quote is not None:
                return quote

    def rate(self, source, target, day, year=None):
        source_units, target_units = self.units(source, day, year), self.units(target, day, year)
        return target_units / source_units if source_units and target_units else None


class Imf(Ecb):
    """Drawing rights for a unit: the inverse of units for a drawing right, but means are of what is quoted."""
    def __init__(self):
        with open(IMF) as file:
            entries = json.load(file, parse_float=Fraction)
        self.quotes = {(e['currency_id'], e['year'], e['month']): e['value'] for e in entries}

    def rate(self, source, target, day, year=None):
        def value(code):
            if year is None:
                return self.quotes.get((code, day.year, day.month))
            values = [self.quotes[key] for key in ((code, year, month) for month in range(1, 13)) if key in self.quotes]
            return mean(values) if values else None
        a, b = value(source), value(target)
        return a / b if a and b else None


def convert(table, amount, source, target, day, year=None):
    """One amount as a fraction, or None; fixed rates are the last resort."""
    if source == target:
        return amount
    rate = table.rate(source, target, day, year)
    if rate is None and source in PEGS and target in PEGS:
        rate = PEGS[target] / PEGS[source]
    if rate is None and target in PEGS and target != 'USD':
        rate = table.rate(source, 'USD', day, year)
        rate = rate and rate * PEGS[target]
    if rate is None and source in PEGS and source != 'USD':
        rate = table.rate('USD', target, day, year)
        rate = rate and rate / PEGS[source]
    return None if rate is None else amount * rate


def to_thousandths(value):
    """Half to even."""
    return str(Decimal(round(value * 1000)) / 1000)


def received_in(table, target):
    total, missing = Fraction(0), 0
    for row in distinct_flows():
        if row['status'] == 'pledge':
            continue
        day = date.fromisoformat(row['date'][:10])
        value = None
        if row['originalAmount'] and row['originalCurrency']:
            value = convert(table, Fraction(row['originalAmount']), row['originalCurrency'], target, day)
        if value is None:
            value = convert(table, Fraction(row['amountUSD']), 'USD', target, day)
        missing += value is None
        total += value or 0
    return total, missing


def same_figure(text, value):
    assert Decimal(text) == Decimal(to_thousandths(value)), f'{text}, not {to_thousandths(value)}'


@test('/currency/ecb/flows-equal-an-independent-calculation-to-the-last-thousandth', [INCOMING, OUTGOING, ECB])
def _():
    for target in 'EUR', 'GBP', 'SAR', 'BHD', 'JPY':
        total, missing = received_in(Ecb(), target)
        assert missing == 0
        same_figure(figure(INCOMING, OUTGOING, ECB, '--currency', target), total)
    assert figure(ECB, OUTGOING, INCOMING, '--currency', 'EUR') == figure(INCOMING, OUTGOING, '--rates', ECB, '--currency', 'EUR')


@test('/currency/imf/flows-equal-an-independent-calculation-and-the-rest-is-named', [INCOMING, OUTGOING, IMF])
def _():
    for target in 'KWD', 'EUR':
        total, missing = received_in(Imf(), target)
        done = nida('query', INCOMING, OUTGOING, IMF, '--currency', target, status=3)
        same_figure(done.stdout.strip(), total)
        assert missing > 0 and f'Without an amount in this currency, left out: {missing:,} flows.' in done.stderr
        assert 'International Monetary Fund' in done.stderr and 'No rate for their date, left out:' in done.stderr
        nida('query', INCOMING, OUTGOING, IMF, '--currency', target, '--strict', status=1)


@test('/currency/requirements-take-the-average-of-their-year', [REQUIREMENTS, ECB, IMF])
def _():
    for path, table, target in (ECB, Ecb(), 'EUR'), (IMF, Imf(), 'KWD'), (ECB, Ecb(), 'OMR'):
        question = [REQUIREMENTS, path, '--where', 'year=2023', '--currency', target]
        dollars = [REQUIREMENTS, '--where', 'year=2023']
        assert figure(*question, '--measure', 'coverage') == figure(*dollars, '--measure', 'coverage')
        requirement = Decimal(figure(*dollars, '--measure', 'requirement'))
        same_figure(figure(*question, '--measure', 'requirement'),
                    convert(table, Fraction(requirement), 'USD', target, date(2023, 1, 1), 2023))


@test('/currency/prices/are-those-of-the-donor-at-the-year-asked-for', [INCOMING, OUTGOING, DEFLATORS])
def _():
    level = {(row['ISO'], int(row['year'])): Fraction(row['gdp_defl']) for row in flows(DEFLATORS)}
    total = Fraction(0)
    for row in distinct_flows():
        if row['status'] == 'pledge' or row['srcOrganization'] != 'Kuwait, Government of':
            continue
        year = int(row['date'][:4])
        total += Fraction(row['amountUSD']) * level['KWT', 2020] / level['KWT', year]
    question = [INCOMING, OUTGOING, '--rates', DEFLATORS, '--prices', '2020', '--where', 'donor=Kuwait, Government of']
    done = nida('query', *question)
    same_figure(done.stdout.strip(), total)
    assert 'US$ at 2020 prices' in done.stderr and 'alnap_deflators_2023usd.csv' in done.stderr
    assert nida('query', INCOMING, '--prices', '2020', status=2).stderr.count('table of deflators') == 1
    nida('query', INCOMING, DEFLATORS, '--prices', '1900', status=2)
    nida('query', INCOMING, '--prices', '20', status=2)


@test('/currency/a-chart-says-what-was-converted-and-misses-no-rate-in-silence', [INCOMING, ECB])
def _():
    out = os.path.join(WORK, 'eur.svg')
    nida('render', INCOMING, ECB, '--chart', 'ranking', '--by', 'donor', '--currency', 'EUR', '-o', out)
    assert 'European Central Bank' in open(out, encoding='utf-8').read()
    done = nida('render', INCOMING, '--chart', 'ranking', '--by', 'donor', '--currency', 'KWD', '-o', out, status=3)
    assert 'No rate for their date, left out' in done.stderr
    answer = json.loads(nida('query', INCOMING, ECB, '--currency', 'EUR', '--format', 'json').stdout)
    assert {c['rate'] for c in answer['rule']['conversions']} == {'table', 'table and fixed rate'}
    assert all(c['source'] == 'European Central Bank' for c in answer['rule']['conversions'])


@test('/currency/fixed-rates-need-no-table-and-others-are-left-out')
def _():
    path = write('gulf.csv', 'kind,date,amount,currency\npaid,2024,375,SAR\npaid,2024,1,KWD\npaid,,10,USD\n')
    done = nida('query', path, status=3)
    assert done.stdout.strip() == '110' and 'KWD (1 row)' in done.stderr
    assert figure(path, '--currency', 'KWD', status=3) == '1'
    assert figure(path, '--currency', 'OMR', '--where', 'currency=SAR', status=3) == '38.45'


# --- the network ---

class Server(http.server.ThreadingHTTPServer):
    """A server on this machine with the files it is given; "@ORIGIN@" in them becomes its own address."""
    daemon_threads = True

    def __init__(self, files=None, key=None):
        super().__init__(('127.0.0.1', 0), Handler)
        self.files, self.key, self.seen = dict(files or {}), key, []
        self.origin = f'http://127.0.0.1:{self.server_address[1]}'
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def stop(self):
        self.shutdown()
        self.server_close()


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def do_GET(self):
        server = self.server
        server.seen.append(self.path)
        body = server.files.get(self.path)
        status = 401 if server.key and self.headers.get('Authorization') != server.key else 404 if body is None else 200
        body = (body or b'').replace(b'@ORIGIN@', server.origin.encode()) if status == 200 else b''
        self.send_response(status)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)


def cache():
    return {'XDG_CACHE_HOME': tempfile.mkdtemp(prefix='cache-', dir=WORK)}


def fts_pages():
    files = {}
    for path in FTS_PAGES:
        with open(path, 'rb') as file:
            text = file.read()
        files['/' + os.path.basename(path)] = re.sub(rb'https://github.com/OCHA-DAP/[^"]*/', b'@ORIGIN@/', text)
    return files


LEDGER = b'kind,date,donor,amount\npaid,2024,Kuwait,1000\n'


@test('/network/fts/pages-over-http-are-those-on-the-disk', FTS_PAGES)
def _():
    server, env = Server(fts_pages()), cache()
    url = f'{server.origin}/{os.path.basename(FTS_PAGES[0])}'
    flows_of = [flow for path in FTS_PAGES for flow in json.load(open(path))['data']['flows']]
    counted = sum(flow['amountUSD'] for flow in flows_of
                  if flow['boundary'] == 'incoming' and flow['onBoundary'] == 'single' and flow['status'] != 'pledge')
    assert len(flows_of) == 484 and counted == 725591299
    done = nida('query', url, '--count', 'boundary', env=env)
    assert done.stdout.strip() == str(counted)
    assert '28,526,312' in done.stderr and '71,958,119' in done.stderr
    assert len(server.seen) == 3
    assert nida('query', url, env=env).stdout.strip() == '754117611'
    assert '484 rows read' in nida('check', url, env=env).stdout
    for count in ('boundary', 'distinct'):
        assert nida('query', *FTS_PAGES, '--count', count, env=env).stdout == nida('query', url, '--count', count, env=env).stdout
    server.stop()
    done = nida('query', url, status=1, env=env)
    assert done.stdout == '' and 'could not be fetched' in done.stderr
    done = nida('query', url, '--offline', '--count', 'boundary', env=env)
    assert done.stdout.strip() == str(counted) and 'This is the copy of 20' in done.stderr


@test('/network/fts/a-grouped-answer-and-the-file-of-its-plan-are-one-plan', [CLUSTERS])
def _():
    plan = 'Afghanistan Humanitarian Needs and Response Plan 2026'
    required = sum(Decimal(row['requirements'] or 0) for row in flows(CLUSTERS) if row['name'] == plan)
    server, env = Server({'/v1/public/fts/flow?planid=1502&groupby=cluster': GROUPS.encode()}), cache()
    url = f'{server.origin}/v1/public/fts/flow?planid=1502&groupby=cluster'
    alone = nida('query', url, '--by', 'appeal', '--measure', 'requirement', '--format', 'csv', env=env, status=(0, 3)).stdout
    assert alone.splitlines()[1] == 'FTS 1502,300', alone
    for inputs in ([url, CLUSTERS], [CLUSTERS, url]):
        question = ['--measure', 'requirement', '--where', f'appeal={plan}']
        done = nida('query', *inputs, *question, env=env, status=(0, 3))
        assert Decimal(done.stdout) == required, (done.stdout, required)
        by = nida('query', *inputs, *question, '--by', 'category', '--format', 'csv', env=env, status=(0, 3)).stdout
        assert by == nida('query', CLUSTERS, *question, '--by', 'category', '--format', 'csv', env=env, status=(0, 3)).stdout
        assert 'FTS 1502' not in nida('query', *inputs, '--by', 'appeal', '--measure', 'requirement', env=env, status=(0, 3)).stdout
    server.stop()


@test('/network/fts/a-chain-that-ends-early-counts-nothing', FTS_PAGES)
def _():
    pages = fts_pages()
    last = '/' + os.path.basename(FTS_PAGES[2])
    url = os.path.basename(FTS_PAGES[0])
    for change in (lambda: pages.pop(last), lambda: pages.__setitem__(last, b'{"status":"ok","data":{"flows":[]},"meta":{"count":484}}')):
        change()
        server = Server(pages)
        assert nida('query', f'{server.origin}/{url}', status=1, env=cache()).stdout == ''
        server.stop()


@test('/check/since/new-changed-and-vanished-flows')
def _():
    header = 'id,kind,date,donor,amount_usd\n'
    old = write('old.csv', header + '1,pledge,2024-01-01,Kuwait,10\n2,paid,2024-01-02,Qatar,20\n3,paid,2024-01-03,Oman,30\n')
    new = write('new.csv', header + '1,paid,2024-01-01,Kuwait,10\n2,paid,2024-01-02,Qatar,25.5\n4,paid,2024-01-04,Oman,40\n')
    lines = nida('check', new, '--since', old).stdout.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith('Since '))
    assert lines[start].endswith('1 new, 2 changed, 1 vanished'), lines[start]
    told = lines[start + 1:]
    assert len(told) == 4
    assert told[0].startswith('new.csv:2: Kind: ') and 'ledge' in told[0].split('→')[0] and 'aid' in told[0].split('→')[1]
    assert told[1].startswith('new.csv:3: ') and '20 → 25.5' in told[1]
    assert told[2].startswith('new.csv:4: new')
    assert told[3].startswith('old.csv:4: vanished')
    assert nida('check', new, '--since', new).stdout.splitlines()[-1].endswith('0 new, 0 changed, 0 vanished')
    assert '--since' in nida('query', new, '--since', old, status=2).stderr
    assert nida('check', new, '--since', 'absent.csv', status=1).stderr != ''


@test('/network/as-of/the-version-of-that-day')
def _():
    server, env = Server({'/ledger.csv': LEDGER}), cache()
    url = f'{server.origin}/ledger.csv'
    path = write('as-of.csv', LEDGER)
    assert nida('query', url, env=env).stdout.strip() == '1000'
    assert nida('query', path, env=env).stdout.strip() == '1000'
    # as if that had been last month: a version is named after its time
    folder = env['XDG_CACHE_HOME'] + '/nida/sources'
    for key in os.listdir(folder):
        for name in os.listdir(f'{folder}/{key}'):
            with open(f'{folder}/{key}/{name}') as file:
                text = file.read()
            earlier = f'{int(name) - 30 * 86400 * 10**6:020}'
            with open(f'{folder}/{key}/{earlier}', 'w') as file:
                file.write(text.replace(f'fetched-at={int(name)}', f'fetched-at={int(earlier)}'))
            os.remove(f'{folder}/{key}/{name}')
    server.files['/ledger.csv'] = LEDGER + b'paid,2025,Kuwait,500\n'
    write('as-of.csv', server.files['/ledger.csv'])
    assert nida('query', url, path, env=env).stdout.strip() == '1500'
    day = lambda days: (datetime.datetime.now() - datetime.timedelta(days=days)).strftime('%Y-%m-%d')
    for source in (url, path):
        assert nida('query', source, env=env).stdout.strip() == '1500'
        assert nida('query', source, '--as-of', day(2), env=env).stdout.strip() == '1000'
        assert nida('query', source, '--as-of', day(0), env=env).stdout.strip() == '1500'
        done = nida('query', source, '--as-of', day(40), status=1, env=env)
        assert done.stdout == '' and 'the oldest is of' in done.stderr
        assert '1 row read' in nida('check', source, '--as-of', day(2), env=env).stdout
        assert f'Since {day(2)}: 1 new, 0 changed, 0 vanished' in nida('check', source, '--since', day(2), env=env).stdout
        # a picture of earlier data says so, and one of the newest does not
        for options, says in ((('--as-of', day(2)), True), ((), False)):
            for kind, words in (('number', 'known on '), ('board', 's the sources stood on ')):
                out = os.path.join(WORK, f'as-of-{kind}.svg')
                nida('render', source, '--chart', kind, '-o', out, *options, env=env)
                with open(out, encoding='utf-8') as file:
                    assert (words in file.read()) == says, (kind, options)
    server.stop()
    assert nida('query', url, '--as-of', day(2), env=env).stdout.strip() == '1000'
    assert '--as-of' in nida('query', url, '--as-of', 'yesterday', status=2, env=env).stderr
    assert nida('query', '-', '--as-of', day(2), status=1, env=env, stdin='').stdout == ''


WITHOUT_LEAKS = {'ASAN_OPTIONS': os.environ.get('ASAN_OPTIONS', '') + ':detect_leaks=0'}


@test('/network/key/from-standard-input-to-its-server-only')
def _():
    server, env = Server({'/ledger.csv': LEDGER}, key='Bearer s3cret'), cache()
    env.update(SECRET_BACKEND='file', SECRET_FILE_TEST_PATH=os.path.join(WORK, 'keyring'), SECRET_FILE_TEST_PASSWORD='x')
    env.update(WITHOUT_LEAKS)   # the file backend of libsecret, which only tests use, leaks
    url = f'{server.origin}/ledger.csv'
    done = nida('query', url, status=1, env=env)
    assert f'nida key {server.origin}' in done.stderr and done.stdout == ''
    nida('key', server.origin, stdin='Bearer s3cret\n', env=env)
    assert nida('query', url, env=env).stdout.strip() == '1000'
    assert 's3cret' not in nida('query', url, '--format', 'json', env={**env, 'G_MESSAGES_DEBUG': 'all'}).stderr
    for folder, _, names in os.walk(env['XDG_CACHE_HOME']):
        for name in names:
            with open(os.path.join(folder, name), 'rb') as file:
                assert b's3cret' not in file.read()
    nida('key', '--forget', server.origin, env=env)
    nida('query', url, status=1, env=env)
    server.stop()
    nida('key', status=2, env=env)
    nida('key', '--as', 'magic', server.origin, status=2, env=env)
    assert 'unprotected' in nida('key', 'http://example.org', stdin='x\n', status=1, env=env).stderr


@test('/network/none-is-dialled-that-is-not-named')
def _():
    trace = os.path.join(WORK, 'trace')
    try:
        subprocess.run(['strace', '-V'], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return
    path = write('local.csv', LEDGER)
    server, env = Server({'/ledger.csv': LEDGER}), cache()
    nida('query', f'{server.origin}/ledger.csv', env=env)
    server.stop()
    for words in ([path], [f'{server.origin}/ledger.csv', '--offline']):
        subprocess.run(['strace', '-f', '-e', 'trace=connect,sendto', '-o', trace, NIDA, 'query', *words], check=True,
                       capture_output=True, env={**ENV, **env, **WITHOUT_LEAKS})   # leaks cannot be looked for under strace
        with open(trace) as file:
            assert 'AF_INET' not in file.read()

# --- JSON ---

PAGES = [f'{DATA}/fts-api/custom-search-locationid-1-year-2020{page}.json' for page in ('', '-page-2', '-page-3')]
PLANS = f'{DATA}/fts-api/2-fts-flow-plan-overview-progress-2020.json'
GRANTS = f'{DATA}/360giving/awefw001p00000zgyHZAAY.json'


def api_flows():
    return [flow for page in PAGES for flow in json.load(open(page, encoding='utf-8'))['data']['flows']]


@test('/json/fts/three-pages-on-disk-are-the-stated-total', PAGES)
def _():
    everything = api_flows()
    counted = [f['amountUSD'] for f in everything if f['boundary'] == 'incoming' and f['onBoundary'] == 'single'
               and f['status'] != 'pledge']
    assert len(everything) == 484 and sum(counted) == 725591299
    done = nida('query', *PAGES, '--count', 'boundary')
    assert done.stdout.strip() == '725591299'
    assert '28,526,312' in done.stderr and '71,958,119' in done.stderr, done.stderr
    assert figure(*PAGES) == '754117611'
    assert figure(*PAGES, '--measure', 'count', '--count', 'boundary') == str(len(counted))
    assert nida('query', *reversed(PAGES), '--count', 'boundary').stdout.strip() == '725591299'


@test('/json/fts/check-prints-the-comparison', PAGES)
def _():
    out = nida('check', *PAGES).stdout
    assert 'data.incoming.fundingTotal: The source states $725,591,299 received, and Nida sums the same.' in out, out
    assert 'meta.count: Records that the source states: 484, and as many were read.' in out
    assert 'record 46: amountUSD' in out, out


@test('/json/fts/a-page-alone-states-more-than-it-holds', PAGES)
def _():
    done = nida('query', PAGES[0], status=3)
    assert 'meta.count: Records that the source states: 484; read: 200, which differs by 284.' in done.stderr, done.stderr
    assert 'fundingTotal' in done.stderr
    nida('query', PAGES[0], '--strict', status=1)
    chart = nida('render', *PAGES[:2], '--chart', 'ranking', '--by', 'donor', '--size', '1200x700', '-o', os.path.join(WORK, 'pages.svg'),
                 status=3)
    assert 'The source states $725,591,299' in re.sub(r'<[^>]*>|\s+', ' ', open(os.path.join(WORK, 'pages.svg'), encoding='utf-8').read()).replace('  ', ' ')


@test('/json/fts/by-donor-equals-an-independent-sum', PAGES)
def _():
    expected = defaultdict(int)
    for flow in api_flows():
        if flow['boundary'] != 'internal' and flow['status'] != 'pledge':
            donors = [o['name'] for o in flow['sourceObjects'] if o['type'] == 'Organization']
            expected[donors[0] if donors else ''] += flow['amountUSD']
    _, lines = rows(*PAGES, '--by', 'donor')
    assert {name: int(value) for name, value in lines} == {k: v for k, v in expected.items() if v}


@test('/json/round-trip-through-csv-gives-the-same-cube', PAGES + [PLANS, GRANTS])
def _():
    for inputs, questions in (
            (PAGES, [('--by', 'donor,category,country'), ('--by', 'month', '--count', 'boundary'), ('--by', 'usage_year,flow_type')]),
            ([PLANS], [('--by', 'appeal,country', '--measure', 'requirement'), ('--measure', 'reported', '--by', 'year')]),
            ([GRANTS], [('--by', 'recipient,category', '--measure', 'committed', '--currency', 'GBP'), ('--measure', 'count')])):
        path = os.path.join(WORK, 'round.csv')
        nida('convert', *inputs, '-o', path, status=(0, 3))
        for question in questions:
            assert rows(*inputs, *question, status=(0, 3)) == rows(path, *question, status=(0, 3)), question


@test('/json/fts/plans-of-a-year', [PLANS])
def _():
    assert figure(PLANS, '--measure', 'requirement', status=3) == '8100253995'
    assert figure(PLANS, '--measure', 'reported', status=3) == '3553166601'
    out = nida('check', PLANS, status=3).stdout
    assert '6 rows read' in out and '5 stated percentages are as computed' in out, out
    assert 'data.totals.revisedRequirements: The source states requirements of $38,536,692,263' in out


@test('/json/360giving/grants', [GRANTS])
def _():
    total = sum(Decimal(str(grant['amountAwarded'])) for grant in json.load(open(GRANTS, encoding='utf-8'))['grants'])
    assert total == Decimal('16589361.49')
    assert figure(GRANTS, '--measure', 'committed', '--currency', 'GBP', status=(0, 3)) == '16589361.49'
    assert figure(GRANTS, '--measure', 'received', '--currency', 'GBP', status=(0, 3)) == '16589361.49'
    assert figure(GRANTS, '--measure', 'count', status=(0, 3)) == '154'


@test('/json/360giving/an-award-and-its-disbursement-are-not-added')
def _():
    path = write('grants.json', json.dumps({'grants': [
        {'id': '360G-a-1', 'currency': 'GBP', 'amountAwarded': 100, 'amountDisbursed': 40, 'awardDate': '05/06/2014'},
        {'id': '360G-a-2', 'currency': 'GBP', 'amountAwarded': 7, 'awardDate': '2014-06-05T00:00:00+00:00'}]}))
    pounds = ['--currency', 'GBP']
    assert figure(path, '--measure', 'received', *pounds, status=(0, 3)) == '40'
    assert figure(path, '--measure', 'committed', *pounds, status=(0, 3)) == '107'
    assert figure(path, '--measure', 'count', *pounds, status=(0, 3)) == '2'
    assert rows(path, '--by', 'day', '--measure', 'committed', *pounds, status=(0, 3))[1] == [['2014-06-05', '107']]


@test('/json/any-array-of-objects', [])
def _():
    path = write('gifts.json', json.dumps({'items': [{'date': '2024', 'donor': {'name': '<b>&\u202eKuwait'}, 'amount': 1.5},
                                                     {'date': '2023', 'donor': {'name': 'قطر'}, 'amount': '2'}]}))
    assert figure(path) == '3.5'
    assert rows(path, '--map', 'donor=donor.name', '--by', 'donor')[1] == [['<b>&Kuwait', '1.5'], ['قطر', '2']]
    bad = nida('query', write('cut.json', '[{"amount": 1}, {"amount"'), status=1).stderr
    assert 'line 1, column 26' in bad, bad
    assert 'record 2' in nida('check', write('two.json', '[{"amount": 1, "date": 2024}, {"amount": "x"}]'), status=3).stdout


@test('/check/stated/percentages-and-totals', [REQUIREMENTS])
def _():
    wrong = right = 0
    for row in flows(REQUIREMENTS):
        if row['percentFunded'] and row['requirements'] and row['funding'] and Decimal(row['requirements']) > 0:
            share = Decimal(row['funding']) * 100 / Decimal(row['requirements'])
            if abs(share - Decimal(row['percentFunded'])) > Decimal('0.5'):
                wrong += 1
            else:
                right += 1
    out = nida('check', REQUIREMENTS, status=(0, 3)).stdout
    assert f'{right:,} stated percentages are as computed' in out, (right, wrong)
    assert out.count('its own figures make') == wrong == 3, wrong
    out = nida('check', f'{SAMPLES}/iom-global-appeal-2024.csv', status=(0, 3)).stdout
    assert 'Stated total: ≈ $7,900,000,000, which is $37,000,000 more than computed.' in out, out


def one_file(path, key):
    best, sums = {}, defaultdict(int)
    for row in flows(path):
        if row['id'] not in best or row['updatedAt'] > best[row['id']]['updatedAt']:
            best[row['id']] = row
    for row in best.values():
        if row['status'] != 'pledge':
            sums[key(row)] += int(row['amountUSD'])
    return sums


@test('/check/compare/by-year-equals-an-independent-sum-of-each-file', [INCOMING, OUTGOING])
def _():
    first, second = (one_file(path, lambda row: row['date'][:4]) for path in (INCOMING, OUTGOING))
    done = nida('check', INCOMING, OUTGOING, '--compare', 'year', '--format', 'csv', status=(0, 3))
    lines = list(csv.reader(done.stdout.splitlines()))
    assert lines[0] == ['year', 'first', 'second', 'difference'], lines[0]
    assert lines[1:] == [[year, str(first[year]), str(second[year]), str(first[year] - second[year])] for year in sorted(first)]
    answer = json.loads(nida('check', INCOMING, OUTGOING, '--compare', 'year', '--format', 'json', status=(0, 3)).stdout)
    assert answer['total'] == {'first': str(sum(first.values())), 'second': str(sum(second.values())),
                               'difference': str(sum(first.values()) - sum(second.values()))}
    assert answer['first'] == 'fts_incoming_funding_global.csv'


@test('/check/compare/each-side-is-what-query-says-of-it-alone', [INCOMING, POOLED])
def _():
    out = nida('check', INCOMING, POOLED, '--compare', 'donor', '--format', 'csv', status=(0, 3)).stdout
    lines = {line[0]: line[1:] for line in list(csv.reader(out.splitlines()))[1:]}
    first, second = (dict(rows(path, '--by', 'donor', status=(0, 3))[1]) for path in (INCOMING, POOLED))
    assert {name: line[0] for name, line in lines.items() if line[0] not in ('', '0')} == first
    # a government is that of its country
    country = lambda name: name.removesuffix(', Government of')
    assert {country(name): line[1] for name, line in lines.items() if line[1] not in ('', '0')} == {country(name): v for name, v in second.items()}
    assert 'Kuwait' not in lines
    kuwait = [Decimal(figure) for figure in lines['Kuwait, Government of']]
    assert kuwait[0] - kuwait[1] == kuwait[2] and kuwait[1] == Decimal(second['Kuwait']), kuwait
    sizes = [abs(Decimal(line[2])) for line in lines.values()]
    assert sizes == sorted(sizes, reverse=True)


@test('/query/overlap/is-what-the-lesser-family-has-of-each-donor-and-year', [INCOMING, POOLED])
def _():
    sums = []
    for path in (INCOMING, POOLED):
        of = defaultdict(Decimal)
        for country, donor, year, value in rows(path, '--by', 'donor_country,donor,year', status=(0, 3))[1]:
            if (country or donor) and year != 'undated':
                of[country or donor, year] += Decimal(value)
        sums.append(of)
    expected = sum(min(sums[0][key], sums[1][key]) for key in sums[0].keys() & sums[1].keys())
    answer = json.loads(nida('query', INCOMING, POOLED, '--format', 'json', status=(0, 3)).stdout)
    beside = [aside for aside in answer['beside'] if aside['why'].startswith('Sources overlap')]
    assert len(beside) == 1 and Decimal(beside[0]['amount']) == expected > 0, (beside, expected)
    assert answer['rows'] == [{'received': str(sum(Decimal(figure(path, status=(0, 3))) for path in (INCOMING, POOLED)))}]   # nothing left out
    alone = json.loads(nida('query', INCOMING, OUTGOING, '--format', 'json', status=(0, 3)).stdout)
    assert not any(aside['why'].startswith('Sources overlap') for aside in alone['beside'])


@test('/check/compare/a-flow-in-both-with-another-amount-differs')
def _():
    one = write('desk-a.csv', 'id,kind,date,donor,amount\nfts:1,paid,2024,Kuwait,100\nfts:2,paid,2024,Qatar,5\n')
    two = write('desk-b.csv', 'id,kind,date,donor,amount\nfts:1,paid,2024,Kuwait,90\nfts:2,paid,2024,Qatar,5\n')
    done = nida('check', one, two, '--compare', 'donor', '--format', 'csv')
    assert done.stdout.splitlines()[1:] == ['Kuwait,100,90,10', 'Qatar,5,5,0'], done.stdout
    assert nida('check', one, '--compare', 'donor', status=2).stderr.count('two inputs') == 1
    assert 'does not know the field' in nida('check', one, two, '--compare', 'nothing', status=2).stderr
    assert '--compare' in nida('query', one, two, '--compare', 'donor', status=2).stderr


@test('/aliases/one-donor-under-two-names-is-the-sum-of-both', [INCOMING, POOLED])
def _():
    aliases = write('names.csv', 'kind,name,is\norganisation,"Kuwait, Government of",Kuwait\n')
    flows_of = {}
    for row in flows(INCOMING):
        if row['srcOrganization'] == 'Kuwait, Government of' and row['status'] in ('paid', 'commitment'):
            flows_of[row['id']] = Decimal(row['amountUSD'])
    funds = sum(Decimal(row['Paid']) for row in flows(POOLED) if row['Donor'] == 'Kuwait')
    fts = sum(flows_of.values())
    assert fts > 0 and funds > 0
    both = (INCOMING, POOLED)
    assert Decimal(figure(*both, '--where', 'donor=Kuwait', status=(0, 3))) == funds
    for order in (both, both[::-1]):
        for name in ('Kuwait', 'Kuwait, Government of', 'kuwait, government OF'):
            assert Decimal(figure(*order, '--aliases', aliases, '--where', f'donor={name}', status=(0, 3))) == fts + funds
    # nothing is lost, nothing counted twice
    assert figure(*both, status=(0, 3)) == figure(*both, '--aliases', aliases, status=(0, 3))
    _, plain = rows(*both, '--by', 'donor', status=(0, 3))
    _, joined = rows(*both, '--by', 'donor', '--aliases', aliases, status=(0, 3))
    assert len(plain) == len(joined) + 1


@test('/aliases/check-lists-what-may-be-one-and-what-was-joined', [INCOMING, POOLED])
def _():
    aliases = write('names.csv', 'name,is,not\n"Kuwait, Government of",Kuwait,\nQatar,,"Qatar, Government of"\n')
    out = nida('check', INCOMING, POOLED, status=(0, 3)).stdout
    assert 'These may be one organisation: “Kuwait” and “Kuwait, Government of” (governments of one country).' in out
    assert '“Iceland, Government of” and “Ireland' not in out and '“Australia, Government of” and “Austria' not in out
    out = nida('check', INCOMING, POOLED, '--aliases', aliases, status=(0, 3)).stdout
    assert '“Kuwait, Government of” is counted as another name. It is one with “Kuwait”' in out, out
    assert 'one organisation: “Kuwait”' not in out and '“Qatar” and' not in out
    out = nida('check', INCOMING, POOLED, '--lang', 'ar', status=(0, 3)).stdout
    assert 'قد تكون هذه الأسماء لجهة واحدة' in out, out


@test('/aliases/convert-writes-the-kept-name')
def _():
    data = write('gifts.csv', 'kind,date,donor,recipient,amount,currency\npaid,2024,State of Kuwait,IOM,5,USD\n'
                              'paid,2024,Kuwait,State of Kuwait,7,USD\npaid,2024,الكويت,IOM,9,USD\n')
    aliases = write('names.csv', 'kind,name,is\ndonor,State of Kuwait,Kuwait\ndonor,الكويت,State of Kuwait\n')
    out = nida('convert', data, '--aliases', aliases, '-o', '-').stdout
    again = write('again.csv', out)
    assert figure(again, '--where', 'donor=Kuwait') == '21', out
    assert figure(again, '--where', 'recipient=Kuwait') == '7'
    assert figure(again, '--where', 'donor=الكويت') == '21'
    assert 'State of Kuwait' not in out


@test('/aliases/a-chart-that-tells-donors-apart-says-so')
def _():
    data = write('gifts.csv', 'kind,date,donor,amount,currency\npaid,2024,State of Kuwait,5,USD\npaid,2024,Kuwait,7,USD\n')
    aliases = write('names.csv', 'name,is\nState of Kuwait,Kuwait\n')
    for words, by, says in (([], 'donor', True), ([], 'year', False), (['--where', 'donor=Kuwait'], 'year', True)):
        svg = os.path.join(WORK, 'names.svg')
        nida('render', data, '--chart', 'ranking', '--by', by, *words, '--aliases', aliases, '-o', svg)
        with open(svg, encoding='utf-8') as file:
            text = re.sub('[\u2066-\u2069]', '', file.read())
        assert ('Names counted as one: Kuwait (2).' in text) == says, (words, by, text)


@test('/aliases/a-list-that-is-not-understood-is-refused')
def _():
    data = write('gifts.csv', 'kind,date,donor,amount,currency\npaid,2024,A,5,USD\n')
    for text, says in (('kind,name,is\n,a,b\n,a,c\n', 'line 3'), ('a,b\n1,2\n', 'name'), ('', 'empty')):
        done = nida('query', data, '--aliases', write('names.csv', text), status=1)
        assert says in done.stderr and done.stdout == '', done.stderr
    assert nida('query', data, '--aliases', os.path.join(WORK, 'absent.csv'), status=1).stdout == ''


@test('/aliases/nothing-that-a-window-keeps-is-heeded')
def _():
    data = write('gifts.csv', 'kind,date,donor,amount,currency\npaid,2024,State of Kuwait,5,USD\npaid,2024,Kuwait,7,USD\n')
    folder = os.path.join(WORK, 'own', 'nida')
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'aliases.csv'), 'w', encoding='utf-8') as file:
        file.write('kind,name,is\norganisation,State of Kuwait,Kuwait\n')
    done = nida('query', data, '--where', 'donor=Kuwait', env={'XDG_DATA_HOME': os.path.join(WORK, 'own')})
    assert done.stdout.strip() == '7'


# --- documents ---

def to_document(name, *inputs, **options):
    path = os.path.join(WORK, name)
    nida('convert', *inputs, '-o', path, **options)
    return path


def moved(folder, *paths):
    """Copies of @paths in a folder of their own, that can go."""
    os.makedirs(os.path.join(WORK, folder), exist_ok=True)
    return [shutil.copy(path, os.path.join(WORK, folder)) for path in paths]


@test('/document/gives-the-figures-of-its-inputs', [INCOMING, OUTGOING])
def _():
    inputs = moved('carried', INCOMING, OUTGOING)
    document = to_document('fts.nida', *inputs)
    whole = [rows(*inputs, '--by', by, '--measure', measure)
             for by in ('donor', 'category,year') for measure in ('received', 'pledged', 'count')]
    # the files in their places, and then gone: in a hall without them
    for gone in False, True:
        if gone:
            shutil.rmtree(os.path.dirname(inputs[0]))
        assert figure(document) == '9239242859'
        assert [rows(document, '--by', by, '--measure', measure)
                for by in ('donor', 'category,year') for measure in ('received', 'pledged', 'count')] == whole
    # a document of a document holds the same
    again = to_document('fts-again.nida', document)
    os.remove(document)
    assert figure(again) == '9239242859'
    assert 'not what the source holds now' in nida('query', again).stderr


@test('/document/moves-with-the-files-beside-it')
def _():
    there = os.path.join(WORK, 'there')
    os.makedirs(there)
    path = write('there/a.csv', 'date,donor,amount_usd\n2024-01-01,Kuwait,5\n')
    nida('convert', path, '-o', os.path.join(there, 'x.nida'))
    elsewhere = os.path.join(WORK, 'elsewhere')
    os.rename(there, elsewhere)
    done = nida('query', os.path.join(elsewhere, 'x.nida'))
    assert done.stdout.strip() == '5' and 'copy' not in done.stderr
    # what is in the file now is counted, and that it is another is told
    write('elsewhere/a.csv', 'date,donor,amount_usd\n2024-01-01,Kuwait,57\n')
    os.makedirs(there)
    assert nida('query', os.path.join(elsewhere, 'x.nida')).stdout.strip() == '5', 'another file of that name'
    write('there/a.csv', 'date,donor,amount_usd\n2024-01-01,Kuwait,57\n')
    done = nida('query', os.path.join(elsewhere, 'x.nida'))
    assert done.stdout.strip() == '57' and 'changed since' in done.stderr


@test('/document/carries-addresses-into-a-hall-without-a-network')
def _():
    server, env = Server({'/ledger.csv': LEDGER}), cache()
    uri = f'{server.origin}/ledger.csv'
    document = to_document('web.nida', uri, env=env)
    online = nida('query', uri, '--by', 'donor', env=env).stdout
    server.stop()
    assert nida('query', uri, '--by', 'donor', status=1, env=cache()).stdout == ''
    done = nida('query', document, '--by', 'donor', env=cache())
    assert done.stdout == online and 'This is the copy of' in done.stderr


@test('/document/what-is-damaged-comes-from-its-place-or-is-named')
def _():
    path = write('damaged.csv', 'date,donor,amount_usd\n' + ''.join(f'2024-01-01,Kuwait {i * 7919},5\n' for i in range(9000)))
    web = 'date,donor,amount_usd\n' + ''.join(f'2024-01-01,Qatar {i * 7919},1\n' for i in range(9000))
    server, env = Server({'/damaged.csv': web.encode()}), cache()
    document = to_document('damaged.nida', path, f'{server.origin}/damaged.csv', env=env)
    data = bytearray(open(document, 'rb').read())
    for i in range(len(data) // 2, len(data), 512):
        data[i] ^= 0xff
    write('damaged.nida', bytes(data))
    done = nida('query', document, status=(0, 1, 3), env=cache())
    assert done.stdout.strip() in ('54000', ''), done.stdout
    if done.returncode != 1:
        assert 'damaged' in done.stderr, done.stderr
    server.stop()
    os.remove(path)
    done = nida('query', document, status=1, env=cache())
    assert done.stdout == '' and 'damaged' in done.stderr, done.stderr
    # cut at any place: a figure that is right, or a message
    whole = open(to_document('cut.nida', write('cut.csv', 'date,donor,amount_usd\n2024-01-01,Kuwait,5\n')), 'rb').read()
    os.remove(os.path.join(WORK, 'cut.csv'))
    for length in range(0, len(whole), len(whole) // 23):
        done = nida('query', write('cut.nida', whole[:length]), status=(0, 1, 3))
        assert done.stdout.strip() in ('5', ''), done.stdout
        assert done.returncode != 1 or done.stderr.startswith('nida: '), done.stderr


@test('/document/a-full-disk-leaves-what-was-there')
def _():
    import resource, signal
    text = ''.join(f'2024-01-01,Donor {i * 7919},{i}.25\n' for i in range(200000))
    path, folder = write('large.csv', 'date,donor,amount_usd\n' + text), os.path.join(WORK, 'full')
    os.makedirs(folder)
    old = write('full/out.nida', b'what was there')

    def full():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (200000, 200000))
    done = subprocess.run([NIDA, 'convert', path, '-o', old], capture_output=True, text=True, preexec_fn=full,
                          env={**ENV, 'TMPDIR': folder, **cache()}, timeout=120)
    assert done.returncode == 1 and done.stderr.startswith('nida: '), done
    assert open(old, 'rb').read() == b'what was there' and os.listdir(folder) == ['out.nida'], os.listdir(folder)


@test('/document/what-it-cannot-keep-is-refused')
def _():
    path = write('small.csv', 'date,donor,amount_usd\n2024-01-01,Kuwait,5\n')
    assert '--where' in nida('convert', path, '--where', 'donor=Kuwait', '-o', os.path.join(WORK, 'f.nida'), status=2).stderr
    assert 'pipe' in nida('convert', '-', '-o', os.path.join(WORK, 'f.nida'), status=2, stdin='x').stderr
    document = to_document('same.nida', path)
    assert 'is an input too' in nida('convert', document, '-o', document, status=2).stderr


print(f'1..{len(TESTS)}')
failed = 0
for number, (name, needs, function) in enumerate(TESTS, 1):
    absent = [path for path in needs if not os.path.exists(path)]
    if absent:
        print(f'ok {number} {name} # SKIP the real input is absent: {absent[0]}')
        continue
    try:
        function()
        print(f'ok {number} {name}')
    except Exception as problem:
        failed += 1
        print(f'not ok {number} {name}')
        for line in f'{type(problem).__name__}: {problem}'.splitlines()[:12]:
            print(f'# {line[:400]}')
    sys.stdout.flush()
sys.exit(1 if failed else 0)
